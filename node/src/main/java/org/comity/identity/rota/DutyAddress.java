package org.comity.identity.rota;

import org.comity.ui.MailAddress;

/**
 * Says where an officer on duty is told, and rung.
 *
 * @param mail of the alarm; may be empty
 * @param phone may be empty
 */
public record DutyAddress(String person, String mail, String phone) {

    static final int LONGEST_PHONE = 40;

    boolean mailIsOne() {
        return MailAddress.is(mail);
    }

    boolean phoneIsOne() {
        return phone.matches("[+0-9][0-9 ()/.-]{2,39}");
    }
}
