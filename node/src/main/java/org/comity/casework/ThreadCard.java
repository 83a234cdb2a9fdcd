package org.comity.casework;

import gg.jte.Content;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.comity.procedure.RequestRow;
import org.comity.ui.HarmlessOutput;
import org.comity.ui.Page;
import org.comity.ui.SafeHtml;
import org.comity.vocabulary.Official;

/** Draws a card that a room above puts beside a request, which does not know that room; one bean a card. */
public interface ThreadCard {

    /** Nothing where the reader has no use for it. */
    Optional<Card> beside(RequestRow row, Official by);

    /**
     * A card that warns of something of ours that comes to its end: it stands below the next step, and its day in the strip
     * under the title.
     */
    interface Warning extends Card {

        Content strip(Page page);

        /** Words with which a message about it can begin. */
        String words(Page page);

        static List<Warning> in(List<Card> cards) {
            return cards.stream()
                    .filter(Warning.class::isInstance)
                    .map(Warning.class::cast)
                    .toList();
        }
    }

    /** A card of what waits with our own officers: it stands first, before the next step. */
    interface Waiting extends Card {

        /** Types of act that wait: before it is decided, nobody writes another by oversight. */
        Set<String> types();

        static List<Waiting> in(List<Card> cards) {
            return cards.stream()
                    .filter(Waiting.class::isInstance)
                    .map(Waiting.class::cast)
                    .toList();
        }
    }

    /** Draws itself on the page that is being drawn. */
    interface Card {
        Content on(Page page);

        /** @param shown what the template takes beside the page */
        static Card of(TemplateEngine templates, String template, Map<String, Object> shown) {
            return page -> {
                var given = new HashMap<>(shown);
                given.put("page", page);
                var out = new StringOutput();
                templates.render(template, given, new HarmlessOutput(out, page.rtl()));
                return new SafeHtml(out.toString());
            };
        }
    }
}
