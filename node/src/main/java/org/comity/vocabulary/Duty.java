package org.comity.vocabulary;

/** Names what an official may do on this node. One official may hold several. */
public enum Duty {
    DUTY_OFFICER,
    SECOND_OFFICER,
    LAWYER,
    MAGISTRATE,
    CUSTODIAN,
    OFFICE_MEMBER,
    OVERSIGHT,
    ADMINISTRATOR
}
