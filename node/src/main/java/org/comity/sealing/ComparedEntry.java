package org.comity.sealing;

import java.net.InetAddress;
import java.net.URI;
import java.text.Normalizer.Form;
import java.util.Locale;
import java.util.regex.Pattern;
import org.comity.proof.form.NormalForm;

/** Writes an account, an address or a device in the one way in which both sides of a blind comparison write it (C2). */
final class ComparedEntry {

    private static final int LONGEST = 500;
    private static final Pattern ADDRESS =
            Pattern.compile("[0-9]{1,3}([.][0-9]{1,3}){3}|[0-9a-fA-F]*:[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");
    private static final Pattern PHONE = Pattern.compile("\\+[0-9][0-9 ().-]{5,30}");
    private static final Pattern WEB = Pattern.compile("(?i)https?://\\S+");

    private ComparedEntry() {}

    /** What follows an address, e.g. the time of its use, is left out; whoever is not written otherwise, in small letters. */
    static String of(String line) {
        var text = NormalForm.of(line, Form.NFKC).strip();
        if (text.length() > LONGEST) {
            throw new BlindComparisonRefused("entry", text.length());
        }
        var first = text.split("[\\s,;]", 2)[0];
        if (ADDRESS.matcher(first).matches()) {
            try {
                return "ip:" + InetAddress.ofLiteral(first).getHostAddress();
            } catch (IllegalArgumentException noAddress) {
                // then it is compared as it was written
            }
        }
        if (PHONE.matcher(text).matches()) {
            return "phone:+" + text.replaceAll("[^0-9]", "");
        }
        if (WEB.matcher(text).matches()) {
            return "web:" + web(text);
        }
        var small = text.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
        return (small.matches("[^@ ]+@[^@ ]+") ? "mail:" : "other:") + small;
    }

    /** Scheme, www, port and a last stroke say nothing; the path keeps its letters, and the host may be of any script. */
    private static String web(String text) {
        try {
            var uri = URI.create(text);
            var authority = String.valueOf(uri.getRawAuthority()).toLowerCase(Locale.ROOT);
            var host = authority
                    .replaceFirst("^.*@", "")
                    .replaceFirst(":[0-9]*$", "")
                    .replaceFirst("^www\\.", "");
            var query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
            return host + String.valueOf(uri.getRawPath()).replaceFirst("/$", "") + query;
        } catch (IllegalArgumentException noAddress) {
            return text;
        }
    }
}
