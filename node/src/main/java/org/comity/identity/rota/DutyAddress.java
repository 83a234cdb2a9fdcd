package org.comity.identity.rota;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;

/**
 * Says where an officer on duty is told, and rung.
 *
 * @param mail of the alarm; may be empty
 * @param phone may be empty
 */
public record DutyAddress(String person, String mail, String phone) {

    static final int LONGEST_PHONE = 40;

    /** One plain address; nothing that could add a header or a second recipient. */
    boolean mailIsOne() {
        if (!mail.matches("[^\\s<>,;:\"()\\[\\]@]{1,64}@[^\\s<>,;:\"()\\[\\]@]{1,180}")) return false;
        try {
            new InternetAddress(mail, true);
            return true;
        } catch (AddressException e) {
            return false;
        }
    }

    boolean phoneIsOne() {
        return phone.matches("[+0-9][0-9 ()/.-]{2,39}");
    }
}
