package org.comity.ui;

import java.net.URI;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Says which list of requests somebody came from, with its filters: the desk, or all requests. */
public final class ListAddress {

    private static final Pattern LIST = Pattern.compile("/(?:desk|requests)(?:\\?[A-Za-z0-9._~%&=+:,*-]{0,1000})?");
    private static final Pattern LANGUAGE = Pattern.compile("(?<=[?&])lang=[^&]*&?");

    private ListAddress() {}

    public static boolean is(String address) {
        return LIST.matcher(address).matches();
    }

    /** Of our own pages, whatever the header says before the path; the desk where it names no list. */
    public static String from(@Nullable String referer) {
        try {
            var page = URI.create(referer == null ? "" : referer);
            var path = page.getRawPath() + (page.getRawQuery() == null ? "" : "?" + page.getRawQuery());
            var list = LANGUAGE.matcher(path).replaceAll("").replaceFirst("[?&]$", "");
            return is(list) ? list : "/desk";
        } catch (IllegalArgumentException noAddress) {
            return "/desk";
        }
    }
}
