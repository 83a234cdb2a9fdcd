package org.comity.directory;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A treaty that a State adds to its entry as data, since no text of it is held by the program.
 *
 * @param id the same in the entries of all its Parties, e.g. {@code xa-xb-2019}
 * @param title as a request names it
 * @param kind {@code bilateral} or {@code multilateral}
 * @param parties codes of the other States; empty where the treaty is open to many and each says for itself
 * @param since the day from which it binds this State
 * @param articles by procedure, e.g. {@code assistance}: which article of it such a request rests on
 * @param languages in which it wants requests, BCP 47; empty where it says nothing
 * @param channels by which it wants them, of {@link #CHANNELS}
 * @param form what a request must have, in the State's own words
 * @param rules whether it governs mutual legal assistance, of {@link #RULES}
 */
public record Agreement(
        String id,
        String title,
        String kind,
        List<String> parties,
        LocalDate since,
        Map<String, String> articles,
        List<String> languages,
        List<String> channels,
        String form,
        String rules) {

    public static final List<String> KINDS = List.of("bilateral", "multilateral");

    public static final List<String> CHANNELS =
            List.of("central-authorities", "diplomatic", "direct", "interpol", "node");

    /** It is no treaty on mutual legal assistance. */
    public static final String NONE = "none";

    /** It is one, and its own rules are used. */
    public static final String ITS_OWN = "treaty";

    /** It is one, and the two States use the rules of the United Nations Convention instead. */
    public static final String CONVENTION = "convention";

    public static final Set<String> RULES = Set.of(NONE, ITS_OWN, CONVENTION);

    public Agreement {
        parties = List.copyOf(parties);
        articles = Map.copyOf(articles);
        languages = List.copyOf(languages);
        channels = List.copyOf(channels);
    }

    /** Which article a request of this procedure rests on; empty where the State names none. */
    public String article(String procedure) {
        return articles.getOrDefault(procedure, "");
    }

    /** Does it name no other State, or this one? */
    public boolean with(String state) {
        return parties.isEmpty() || parties.contains(state);
    }
}
