package org.comity.directory.kept;

import java.net.IDN;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.comity.directory.NotedRange.Kind;
import org.comity.vocabulary.AddressRange;
import org.jspecify.annotations.Nullable;

/** One address range, domain or number prefix, in the one writing in which it is kept and sought. */
record RangeText(Kind kind, String key) {

    private static final int LONGEST = 253;
    /** Shorter ones hold what is many providers'. */
    private static final int WIDEST_V4 = 8;

    private static final int WIDEST_V6 = 16;
    private static final int FEWEST_DIGITS = 3;
    private static final int MOST_DIGITS = 15;

    private static final Pattern DOMAIN =
            Pattern.compile("(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9])?\\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])");
    private static final Pattern NUMBER = Pattern.compile("\\+[0-9][0-9 ().-]{0,40}");
    private static final Pattern WEB =
            Pattern.compile("(?i)https?://(?:[^/@\\s]{0,200}@)?(\\[[0-9a-f:.]+]|[^/:?#\\s]+).*");

    /**
     * What was typed as a range.
     *
     * @param why what is wrong with it, as messages name it; null where nothing is
     * @param meant what it probably was to be; empty where nobody knows
     */
    record Reading(@Nullable RangeText range, @Nullable String why, String meant) {

        private static Reading wrong(String why) {
            return new Reading(null, why, "");
        }
    }

    static Reading noted(String typed) {
        var text = typed.strip();
        var address = AddressRange.of(text);
        if (address.isPresent()) return address(address.get());
        if (NUMBER.matcher(text).matches()) {
            var digits = digits(text);
            if (digits.length() <= FEWEST_DIGITS) return Reading.wrong("wide");
            return digits.length() > MOST_DIGITS + 1 ? Reading.wrong("form") : right(Kind.NUMBER, digits);
        }
        return domain(text.replaceFirst("^(\\*\\.|@)", ""))
                .map(it -> right(Kind.DOMAIN, it))
                .orElseGet(() -> Reading.wrong("form"));
    }

    private static Reading right(Kind kind, String key) {
        return new Reading(new RangeText(kind, key), null, "");
    }

    private static Reading address(String read) {
        var whole = whole(read);
        int bits = bits(whole);
        var address = parsed(whole);
        if (bits < (address instanceof Inet4Address ? WIDEST_V4 : WIDEST_V6)) return Reading.wrong("wide");
        var network = network(address, bits) + "/" + bits;
        return network.equals(whole) ? right(Kind.ADDRESS, whole) : new Reading(null, "host-bits", network);
    }

    /** What somebody looks for; empty where it is neither address nor domain nor number. */
    static Optional<RangeText> sought(String identifier) {
        var text = identifier.strip();
        var address = AddressRange.of(text);
        if (address.isPresent()) return address.map(it -> new RangeText(Kind.ADDRESS, whole(it)));
        var web = WEB.matcher(text);
        if (web.matches()) return sought(web.group(1).replaceAll("[\\[\\]]", ""));
        if (NUMBER.matcher(text).matches()) {
            return Optional.of(digits(text))
                    .filter(it -> it.length() > FEWEST_DIGITS && it.length() <= MOST_DIGITS + 1)
                    .map(it -> new RangeText(Kind.NUMBER, it));
        }
        return domain(text.substring(text.lastIndexOf('@') + 1)).map(it -> new RangeText(Kind.DOMAIN, it));
    }

    /** Under which names the ranges stand that hold it: of a domain those above it, of a number its beginnings. */
    List<String> names() {
        var names = new ArrayList<String>();
        if (kind == Kind.DOMAIN) {
            for (int at = 0; key.indexOf('.', at) > 0; at = key.indexOf('.', at) + 1) names.add(key.substring(at));
        } else if (kind == Kind.NUMBER) {
            for (int length = key.length(); length > FEWEST_DIGITS; length--) names.add(key.substring(0, length));
        }
        return names;
    }

    /** Whether all of the other lies in this one. */
    boolean holds(RangeText other) {
        if (kind != other.kind) return false;
        if (kind != Kind.ADDRESS) return key.equals(other.key) || other.key.endsWith("." + key);
        var here = parsed(key);
        var there = parsed(other.key);
        return here.getAddress().length == there.getAddress().length
                && bits(other.key) >= bits(key)
                && network(there, bits(key)).equals(here.getHostAddress());
    }

    /** With its length, also where it is one address alone. */
    static String whole(String address) {
        return address.indexOf('/') > 0
                ? address
                : address + "/" + Byte.SIZE * parsed(address).getAddress().length;
    }

    private static int bits(String whole) {
        return Integer.parseInt(whole.substring(whole.indexOf('/') + 1));
    }

    private static InetAddress parsed(String address) {
        int slash = address.indexOf('/');
        return InetAddress.ofLiteral(slash < 0 ? address : address.substring(0, slash));
    }

    private static String network(InetAddress address, int bits) {
        var bytes = address.getAddress();
        for (int bit = bits; bit < bytes.length * Byte.SIZE; bit++) {
            bytes[bit / Byte.SIZE] &= (byte) ~(1 << (Byte.SIZE - 1 - bit % Byte.SIZE));
        }
        try {
            return InetAddress.getByAddress(bytes).getHostAddress();
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String digits(String number) {
        return "+" + number.replaceAll("[^0-9]", "");
    }

    private static Optional<String> domain(String text) {
        var plain = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
        if (plain.isEmpty() || plain.length() > LONGEST) return Optional.empty();
        try {
            return Optional.of(IDN.toASCII(plain).toLowerCase(Locale.ROOT))
                    .filter(it -> it.length() <= LONGEST && DOMAIN.matcher(it).matches());
        } catch (IllegalArgumentException noDomain) {
            return Optional.empty();
        }
    }
}
