package org.comity.proof.age;

import java.io.ByteArrayOutputStream;
import java.util.Locale;

/**
 * Reads and writes Bech32 (BIP 173) without its limit of 90 characters: a hybrid recipient is 1959 characters long.
 */
final class Bech32 {

    private static final String ALPHABET = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
    private static final int[] GENERATOR = {0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3};
    private static final int CHECKSUM_LENGTH = 6;

    private Bech32() {}

    static String encode(String prefix, byte[] data) {
        var text = new StringBuilder(prefix).append('1');
        int checksum = expand(prefix);
        for (byte five : regroup(data, 8, 5, true)) {
            checksum = step(checksum, five);
            text.append(ALPHABET.charAt(five));
        }
        for (int i = 0; i < CHECKSUM_LENGTH; i++) checksum = step(checksum, 0);
        checksum ^= 1;
        for (int i = 0; i < CHECKSUM_LENGTH; i++) {
            text.append(ALPHABET.charAt((checksum >> (5 * (5 - i))) & 31));
        }
        return text.toString();
    }

    static byte[] decode(String prefix, String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (!text.equals(lower) && !text.equals(text.toUpperCase(Locale.ROOT))) throw refused("mixed case");
        int separator = lower.lastIndexOf('1');
        if (separator < 1 || lower.length() - separator - 1 < CHECKSUM_LENGTH) throw refused("too short");
        if (!lower.substring(0, separator).equals(prefix)) throw refused("prefix is not [%s]".formatted(prefix));
        int checksum = expand(prefix);
        byte[] fives = new byte[lower.length() - separator - 1];
        for (int i = 0; i < fives.length; i++) {
            int value = ALPHABET.indexOf(lower.charAt(separator + 1 + i));
            if (value < 0) throw refused("character outside the alphabet");
            fives[i] = (byte) value;
            checksum = step(checksum, value);
        }
        if (checksum != 1) throw refused("checksum");
        return regroup(java.util.Arrays.copyOf(fives, fives.length - CHECKSUM_LENGTH), 5, 8, false);
    }

    private static int expand(String prefix) {
        int checksum = 1;
        for (char c : prefix.toCharArray()) checksum = step(checksum, c >> 5);
        checksum = step(checksum, 0);
        for (char c : prefix.toCharArray()) checksum = step(checksum, c & 31);
        return checksum;
    }

    private static int step(int checksum, int value) {
        int top = checksum >>> 25;
        int next = ((checksum & 0x1ffffff) << 5) ^ value;
        for (int i = 0; i < GENERATOR.length; i++) {
            if (((top >> i) & 1) == 1) next ^= GENERATOR[i];
        }
        return next;
    }

    private static byte[] regroup(byte[] in, int from, int to, boolean pad) {
        var out = new ByteArrayOutputStream();
        int held = 0;
        int bits = 0;
        int mask = (1 << to) - 1;
        for (byte b : in) {
            held = ((held << from) | (b & ((1 << from) - 1))) & 0xfffff;
            bits += from;
            while (bits >= to) {
                bits -= to;
                out.write((held >> bits) & mask);
            }
        }
        if (pad && bits > 0) out.write((held << (to - bits)) & mask);
        if (!pad && (bits >= from || ((held << (to - bits)) & mask) != 0)) throw refused("padding");
        return out.toByteArray();
    }

    private static IllegalArgumentException refused(String why) {
        return new IllegalArgumentException("Bech32 refused: " + why);
    }
}
