package org.comity.proof.form;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HexFormat;

/** Says a key's hash as people read it to each other on the telephone (R151): six groups of four digits. */
public final class SpokenFingerprint {

    private static final int BYTES = 10;
    private static final int DIGITS = 24;
    private static final int GROUP = 4;

    private SpokenFingerprint() {}

    /** @param key SHA-256 of the key in hexadecimal, as the fact {@code key} names it */
    public static String of(String key) {
        var number = new BigInteger(1, HexFormat.of().parseHex(key.substring(0, 2 * BYTES)));
        var digits = "0".repeat(DIGITS) + number.mod(BigInteger.TEN.pow(DIGITS));
        var last = digits.substring(digits.length() - DIGITS);
        var groups = new ArrayList<String>();
        for (int at = 0; at < DIGITS; at += GROUP) groups.add(last.substring(at, at + GROUP));
        return String.join(" ", groups);
    }
}
