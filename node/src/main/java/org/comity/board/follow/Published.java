package org.comity.board.follow;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.comity.board.Publication;
import org.comity.proof.Malformed;
import org.comity.proof.form.CanonicalJson;
import org.comity.proof.register.SignedEntry;

/** One place of a feed: the entry that the host signed, and the envelope that it names. */
record Published(SignedEntry signed, Publication publication) {

    static final int MOST = 100;

    /** A page of a feed, as a host sends it; strictly. */
    static List<Published> page(byte[] json) {
        var root = CanonicalJson.read(json);
        if (root.size() != 1 || !(root.get("entries") instanceof List<?> entries) || entries.size() > MOST) {
            throw new Malformed("field", "entries");
        }
        var page = new ArrayList<Published>();
        for (var each : entries) {
            if (!(each instanceof Map<?, ?> map)
                    || map.size() != 2
                    || !(map.get("signed") instanceof Map<?, ?> signed)
                    || !(map.get("publication") instanceof Map<?, ?> publication)) {
                throw new Malformed("field", "entries");
            }
            page.add(new Published(SignedEntry.read(CanonicalJson.write(signed)), Publication.read(publication)));
        }
        return List.copyOf(page);
    }
}
