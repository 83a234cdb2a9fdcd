package org.comity.intelligence.stix;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.comity.intelligence.stix.IndicatorKind.NamedValue;

/**
 * Reads a STIX pattern that only lists values, any of which matches: {@code [ipv4-addr:value = '203.0.113.7' OR domain-name:value
 * IN ('a.example', 'b.example')]}. What says more is no list.
 */
final class ListedPattern {

    private static final int MOST = 500;

    private final String text;
    private final List<NamedValue> values = new ArrayList<>();
    private int at;

    private ListedPattern(String text) {
        this.text = text;
    }

    /** Empty where the pattern says more than a list, or is none. */
    static Optional<List<NamedValue>> read(String pattern) {
        try {
            var read = new ListedPattern(pattern);
            read.observations();
            return Optional.of(List.copyOf(read.values));
        } catch (SaysMore _) {
            return Optional.empty();
        }
    }

    private static final class SaysMore extends RuntimeException {
        SaysMore() {
            super("no list", null, false, false);
        }
    }

    private void observations() {
        do {
            take("[");
            do {
                comparison();
            } while (took("OR"));
            take("]");
        } while (took("OR"));
        blank();
        if (at < text.length()) throw new SaysMore();
    }

    private void comparison() {
        blank();
        var type = run("abcdefghijklmnopqrstuvwxyz0123456789-");
        take(":");
        var property = path();
        if (took("IN")) {
            take("(");
            do {
                add(type, property);
            } while (took(","));
            take(")");
            return;
        }
        if (!took("==")) take("=");
        add(type, property);
    }

    private void add(String type, String property) {
        if (values.size() == MOST) throw new SaysMore();
        values.add(IndicatorKind.named(type, property, literal()));
    }

    private String path() {
        var path = new StringBuilder(step());
        while (at < text.length() && text.charAt(at) == '.') {
            at++;
            path.append('.').append(step());
        }
        return path.toString();
    }

    private String step() {
        blank();
        return at < text.length() && text.charAt(at) == '\''
                ? quoted()
                : run("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_");
    }

    private String literal() {
        blank();
        if (at < text.length() && text.charAt(at) == '\'') return quoted();
        return run("0123456789");
    }

    private String quoted() {
        var read = new StringBuilder();
        for (int i = at + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\'') {
                at = i + 1;
                return read.toString();
            }
            if (c == '\\') {
                i++;
                if (i == text.length() || "'\\".indexOf(text.charAt(i)) < 0) throw new SaysMore();
                c = text.charAt(i);
            }
            read.append(c);
        }
        throw new SaysMore();
    }

    private String run(String letters) {
        int from = at;
        while (at < text.length() && letters.indexOf(text.charAt(at)) >= 0) at++;
        if (at == from) throw new SaysMore();
        return text.substring(from, at);
    }

    private void take(String sign) {
        if (!took(sign)) throw new SaysMore();
    }

    /** A word ends where no letter follows. */
    private boolean took(String sign) {
        blank();
        if (!text.startsWith(sign, at)) return false;
        int end = at + sign.length();
        boolean word = Character.isLetter(sign.charAt(0));
        if (word && end < text.length() && Character.isLetterOrDigit(text.charAt(end))) return false;
        at = end;
        return true;
    }

    private void blank() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) at++;
    }
}
