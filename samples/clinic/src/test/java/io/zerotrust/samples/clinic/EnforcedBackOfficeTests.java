package io.zerotrust.samples.clinic;

@EnforcedClinic
class EnforcedBackOfficeTests extends BackOfficeContract {

}
