package io.zerotrust.samples.clinic;

@PlainClinic
class PlainBackOfficeTests extends BackOfficeContract {

}
