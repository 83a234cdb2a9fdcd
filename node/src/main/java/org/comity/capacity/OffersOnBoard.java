package org.comity.capacity;

import java.util.List;
import java.util.Optional;
import org.comity.board.BodyRow;

/** Reads the offers of help that stand on a board which this node hosts or holds. */
public interface OffersOnBoard {

    /** On one page; a thin line carries it. */
    int MOST = 50;

    /** Newest first, at most {@link #MOST}; what was not fetched yet is not there. */
    List<Offer> newest();

    /** Nothing where it no longer stands there. */
    Optional<Offer> find(String subject);

    /**
     * @param host whose board it is
     * @param subject by which the board names it
     * @param provider its id in the directory
     * @param body what its provider wrote, field by field
     */
    record Offer(
            String host,
            String subject,
            String title,
            String provider,
            org.comity.procedure.form.BodyFields body,
            List<BodyRow> rows) {

        public Offer {
            rows = List.copyOf(rows);
        }

        /** By which its provider names it. */
        public String reference() {
            return subject.substring(subject.lastIndexOf(':') + 1);
        }

        /** The kinds of help of which it is one. */
        public List<String> kinds() {
            return body.words("kind");
        }
    }
}
