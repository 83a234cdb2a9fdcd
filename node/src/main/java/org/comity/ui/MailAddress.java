package org.comity.ui;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;

/** Knows one plain address, e.g. {@code duty@xa.example}; nothing that could add a header or a second recipient. */
public final class MailAddress {

    private MailAddress() {}

    public static boolean is(String text) {
        if (!text.matches("[^\\s<>,;:\"()\\[\\]]{1,64}@[^\\s<>,;:\"()\\[\\]@]{1,180}")) {
            return false;
        }
        try {
            new InternetAddress(text, true);
            return true;
        } catch (AddressException e) {
            return false;
        }
    }
}
