package org.comity.evidence.disk;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Hashes as a letter gives them: one a line, with a name before or behind, as {@code sha256sum} writes them or otherwise.
 *
 * @param names SHA-256 to name, which may be empty; in the order of the list
 */
record HashList(Map<String, String> names) {

    private static final Pattern HASH = Pattern.compile("(?<![0-9A-Fa-f])[0-9A-Fa-f]{64}(?![0-9A-Fa-f])");

    /** @throws Disk.WrongList naming the first line without a hash, or 0 if there is none at all */
    static HashList read(String text) {
        var names = new LinkedHashMap<String, String>();
        int n = 0;
        for (String line : text.split("\\R")) {
            n++;
            if (line.isBlank()) continue;
            // Spaces within a hash are how pages and letters show it.
            var joined = line.replaceAll("(?<=\\b[0-9A-Fa-f]{8}) (?=[0-9A-Fa-f]{8}\\b)", "");
            var found = HASH.matcher(joined);
            if (!found.find()) throw new Disk.WrongList(n);
            var name = (joined.substring(0, found.start()) + joined.substring(found.end()))
                    .replaceAll("^[\\s*:;,|]+|(?<![\\s:;,|])[\\s:;,|]++$", "");
            names.put(found.group().toLowerCase(Locale.ROOT), name);
        }
        if (names.isEmpty()) throw new Disk.WrongList(0);
        return new HashList(names);
    }

    /** The hash that the list gives this file, by its path or its last name; empty if it does not name it. */
    String hashOf(String path) {
        var last = path.substring(path.lastIndexOf('/') + 1);
        return names.entrySet().stream()
                .filter(it -> it.getValue().equals(path) || it.getValue().equals(last))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
    }
}
