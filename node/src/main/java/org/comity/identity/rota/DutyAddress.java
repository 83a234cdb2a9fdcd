package org.comity.identity.rota;

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
        return mail.matches("[^\\s<>,;:\"()\\[\\]@]{1,64}@[^\\s<>,;:\"()\\[\\]@]{1,180}");
    }

    boolean phoneIsOne() {
        return phone.matches("[+0-9][0-9 ()/.-]{2,39}");
    }
}
