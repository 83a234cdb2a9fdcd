package org.comity.bench;

import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Turns the list of requests over to its last page. */
final class RequestListing {

    private static final Pattern REQUEST = Pattern.compile("\"/requests/([A-Z]{2}-[0-9]{4}-[0-9]{6})\"");
    private static final Pattern NEXT = Pattern.compile("\"(/requests\\?[^\"]*after=[^\"]+)\"");

    private RequestListing() {}

    static Set<String> references(Browser officer) throws IOException, InterruptedException {
        var all = new TreeSet<String>();
        var path = "/requests";
        int before;
        do {
            before = all.size();
            var page = officer.page(path);
            REQUEST.matcher(page).results().forEach(it -> all.add(it.group(1)));
            var next = NEXT.matcher(page);
            if (!next.find()) {
                return all;
            }
            path = next.group(1).replace("&amp;", "&");
        } while (all.size() > before);
        return all;
    }
}
