package org.comity.capacity.iati;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What two sides agreed to, as it is published: no name of a person, no rating, no word of a follow-up.
 *
 * @param identifier begins with that of the publisher
 * @param recipient State by ISO 3166-1 alpha-2, or {@link WritingIati#ANY_STATE}
 * @param articles of the Convention, each with its share in per cent; together 100
 * @param kind of {@code capacity/kinds.csv}
 * @param need its reference; empty if it answers none
 * @param planned beginning and end
 * @param began the day on which it did; null as long as it has not
 * @param over the day on which it ended; null as long as it has not
 * @param partners others that take part
 * @param money each amount in its own currency
 */
// More than twelve: an activity of the standard has no fewer that must be said.
public record AgreedActivity(
        String identifier,
        Body publisher,
        Body provider,
        Body recipientBody,
        String recipient,
        String language,
        String title,
        String description,
        Map<String, Integer> articles,
        String kind,
        String need,
        List<LocalDate> planned,
        @Nullable LocalDate began,
        @Nullable LocalDate over,
        List<Partner> partners,
        boolean south,
        String tied,
        List<Money> money,
        Instant updated) {

    public AgreedActivity {
        planned = List.copyOf(planned);
        articles = Map.copyOf(articles);
        partners = List.copyOf(partners);
        money = List.copyOf(money);
    }

    /** @param type of IATI's list of organisation types; {@code ref} is empty if it has no identifier there */
    public record Body(String ref, String type, String name) {}

    /** @param role of IATI's list of organisation roles */
    public record Partner(String name, String role) {}

    /**
     * @param type of IATI's list of transaction types: {@code 2} committed, {@code 3} paid out, {@code 11} and {@code 1} the
     *     same as who receives it tells it
     * @param by who gave it; null if it is who provides the activity
     */
    public record Money(
            String type,
            BigDecimal amount,
            String currency,
            LocalDate day,
            @Nullable Body by) {}
}
