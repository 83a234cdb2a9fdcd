package org.comity;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.springframework.test.web.servlet.MockMvc;

/**
 * Follows what stands on the pages of one official, link by link, as far as they lead; of links that differ in a name alone
 * one is followed.
 */
final class LinksOfChair {

    /** Whoever takes another chair leaves this one; and the same page in another language says the same. */
    private static final Pattern NOT_FOLLOWED = Pattern.compile("/practice/sit/.*|.*[?&]lang=.*");

    private static final String LINK = "<a ";
    private static final Pattern LEADS = Pattern.compile("\\bhref=\"(/[^\"#]*)[\"#]");
    private static final Pattern NAME = Pattern.compile("[^/?=&]*[0-9][^/?=&]*");
    private static final Pattern VALUE = Pattern.compile("=[^&]*");

    private final MockMvc web;
    private final Cookie[] cookies;
    private final Queue<String> ahead = new ArrayDeque<>();
    private final Map<String, String> seenOn = new HashMap<>();
    private final Set<String> kinds = new HashSet<>();

    LinksOfChair(MockMvc web, Cookie... cookies) {
        this.web = web;
        this.cookies = cookies;
    }

    /** Links that are refused, each with the page where it stands; a page named here that is refused is no link. */
    Map<String, String> refused(Collection<String> pages) throws Exception {
        var refused = new TreeMap<String, String>();
        pages.forEach(it -> see(it, ""));
        for (var path = ahead.poll(); path != null; path = ahead.poll()) {
            var answer = web.perform(get(URI.create(path)).cookie(cookies))
                    .andReturn()
                    .getResponse();
            var from = seenOn.getOrDefault(path, "");
            if (answer.getStatus() == 403 && !from.isEmpty()) refused.put(path, from);
            var type = answer.getContentType();
            if (answer.getStatus() != 200 || type == null || !type.startsWith("text/html")) continue;
            follow(answer.getContentAsString(), path);
        }
        return refused;
    }

    private void follow(String page, String path) {
        for (int at = page.indexOf(LINK); at >= 0; at = page.indexOf(LINK, at + 1)) {
            var leads = LEADS.matcher(page).region(at, page.indexOf('>', at));
            if (leads.find()) see(leads.group(1).replace("&amp;", "&"), path);
        }
    }

    private void see(String path, String from) {
        if (NOT_FOLLOWED.matcher(path).matches()) return;
        seenOn.merge(path, from, (first, next) -> first.isEmpty() ? next : first);
        if (from.isEmpty() || kinds.add(kind(path))) ahead.add(path);
    }

    private static String kind(String path) {
        return VALUE.matcher(NAME.matcher(path).replaceAll("ID")).replaceAll("");
    }
}
