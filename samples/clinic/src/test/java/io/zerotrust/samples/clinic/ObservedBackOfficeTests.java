package io.zerotrust.samples.clinic;

@ObservedClinic
class ObservedBackOfficeTests extends BackOfficeContract {

}
