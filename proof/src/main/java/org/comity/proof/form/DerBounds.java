package org.comity.proof.form;

import java.util.ArrayDeque;

/**
 * Bounds ASN.1 from outside: one element, definite and shortest lengths, not too deep; so that no parser is led astray.
 */
public final class DerBounds {

    private static final int DEEPEST = 40;

    private final byte[] der;
    private int at;

    private DerBounds(byte[] der) {
        this.der = der;
    }

    public static boolean bounded(byte[] der) {
        try {
            return new DerBounds(der).bounded();
        } catch (IndexOutOfBoundsException e) {
            return false;
        }
    }

    private boolean bounded() {
        var ends = new ArrayDeque<Integer>();
        ends.push(der.length);
        while (at < der.length) {
            while (ends.size() > 1 && ends.peek() == at) {
                ends.pop();
            }
            if (ends.size() == 1 && at > 0) {
                return false;
            }
            int tag = der[at++];
            long length = length();
            if ((tag & 0x1f) == 0x1f || length < 0 || at + length > ends.peek()) {
                return false;
            }
            if ((tag & 0x20) == 0) {
                at += (int) length;
            } else {
                ends.push(at + (int) length);
            }
            if (ends.size() > DEEPEST) {
                return false;
            }
        }
        return der.length > 0;
    }

    private long length() {
        int first = der[at++];
        if (first >= 0) {
            return first;
        }
        int octets = first & 0x7f;
        if (octets == 0 || octets > 4) {
            return -1;
        }
        long length = 0;
        for (int i = 0; i < octets; i++) {
            length = length << 8 | Byte.toUnsignedInt(der[at++]);
        }
        return length < 128 || length >> (8 * (octets - 1)) == 0 ? -1 : length;
    }
}
