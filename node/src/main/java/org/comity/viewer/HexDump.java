package org.comity.viewer;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Shows bytes as they are, sixteen a line: where, in hexadecimal, and as ASCII. */
final class HexDump {

    static final int LINE = 16;
    static final int PAGE = 128 * LINE;

    private static final HexFormat FORMAT = HexFormat.ofDelimiter(" ").withUpperCase();

    private HexDump() {}

    static List<String> lines(long from, byte[] bytes) {
        var lines = new ArrayList<String>();
        for (int i = 0; i < bytes.length; i += LINE) {
            int end = Math.min(bytes.length, i + LINE);
            var ascii = new StringBuilder();
            for (int j = i; j < end; j++) {
                ascii.append(bytes[j] >= 0x20 && bytes[j] < 0x7F ? (char) bytes[j] : '.');
            }
            lines.add("%012X  %-47s  %s".formatted(from + i, FORMAT.formatHex(bytes, i, end), ascii));
        }
        return lines;
    }
}
