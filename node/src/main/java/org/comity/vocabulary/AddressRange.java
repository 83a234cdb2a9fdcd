package org.comity.vocabulary;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads IP addresses and ranges in CIDR form, as {@code 203.0.113.0/25}. */
public final class AddressRange {

    private static final int MOST = 200;

    /** Bits before the address of four bytes in one of sixteen, as in {@code ::ffff:203.0.113.7}. */
    private static final int MAPPED = 96;

    private static final Pattern V4 = Pattern.compile("([0-9]{1,3}(?:[.][0-9]{1,3}){3})(?:/([0-9]{1,2}))?");
    private static final Pattern V6 = Pattern.compile("([0-9a-fA-F:]*:[0-9a-fA-F:.]+|::)(?:/([0-9]{1,3}))?");
    private static final Pattern BETWEEN = Pattern.compile("[^0-9A-Za-z:./]+");

    private AddressRange() {}

    /** As the database takes it; empty if it is neither address nor range. */
    public static Optional<String> of(String word) {
        var v4 = V4.matcher(word);
        if (v4.matches()) return range(v4.group(1), v4.group(2), 0);
        var v6 = V6.matcher(word);
        return v6.matches() ? range(v6.group(1), v6.group(2), MAPPED) : Optional.empty();
    }

    /** Those that stand in a text, the first 200. */
    public static Stream<String> in(String text) {
        return BETWEEN.splitAsStream(text)
                .map(it -> it.replaceAll("^[./]+|(?<![./])[./]++$|(?<!:):$", ""))
                .filter(it -> it.length() > 1 && of(it).isPresent())
                .distinct()
                .limit(MOST);
    }

    /** @param before bits of the length that go before an address of four bytes, as it was written */
    private static Optional<String> range(String address, String length, int before) {
        try {
            var parsed = InetAddress.ofLiteral(address);
            var plain = parsed.getHostAddress();
            if (length == null) return Optional.of(plain);
            boolean four = parsed instanceof Inet4Address;
            int bits = Integer.parseInt(length) - (four ? before : 0);
            return bits >= 0 && bits <= (four ? 32 : 128) ? Optional.of(plain + "/" + bits) : Optional.empty();
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }
}
