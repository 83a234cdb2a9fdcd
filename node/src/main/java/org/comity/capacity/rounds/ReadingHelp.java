package org.comity.capacity.rounds;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comity.capacity.matching.NeedInRound;
import org.comity.capacity.matching.NeedInRound.Readiness;
import org.comity.capacity.matching.OfferInRound;
import org.comity.capacity.matching.OfferInRound.Provider;
import org.comity.capacity.matching.OfferInRound.Terms;
import org.comity.procedure.form.ActContent;

/** Reads needs, offers and answers from the acts of their threads, as a round takes them. */
final class ReadingHelp {

    private static final Map<String, Integer> SEVERITY = Map.of("useful", 1, "needed", 2, "urgent", 3, "gravest", 4);
    private static final Set<String> GAVE = Set.of("none-needed", "licence-held", "licence-asked");

    private static final Set<String> DECLINES = Set.of("decline", "provider-declines", "no-answer");

    private ReadingHelp() {}

    /**
     * @param id the need's reference
     * @param signed two persons approved it
     */
    static NeedInRound need(String id, String state, ActsOfHelp acts, LocalDate opens, boolean signed) {
        return new NeedInRound(
                id,
                state,
                acts.text("kind"),
                acts.words("articles"),
                Math.clamp(acts.number("units"), 1, 1000),
                SEVERITY.getOrDefault(acts.text("severity"), 1),
                acts.window(opens),
                acts.languages(),
                acts.mode(),
                acts.first("authenticate").orElse(opens),
                acts.words("legalSystem"),
                new Readiness(
                        acts.text("first").isEmpty() || acts.flag("firstDone"),
                        !acts.text("upkeep").isEmpty(),
                        !acts.text("legalBasis").isEmpty(),
                        !acts.text("oversight").isEmpty(),
                        acts.flag("interpretation"),
                        !acts.text("line").equals("weak"),
                        signed));
    }

    /** Only then it matters how many persons approved it. */
    static boolean isGravest(ActsOfHelp acts) {
        return acts.text("severity").equals("gravest");
    }

    /** @param regions of the State that offers; none for another body */
    static OfferInRound offer(String id, String provider, List<String> regions, ActsOfHelp acts, LocalDate opens) {
        return new OfferInRound(
                id,
                new Provider(provider, acts.text("sort").equals("state") ? regions : List.of(), acts.flag("south")),
                acts.words("kind"),
                acts.words("articles"),
                Math.clamp(acts.number("capacity"), 0, 10_000),
                acts.languages(),
                acts.words("regions"),
                acts.window(opens),
                acts.mode(),
                acts.words("legalSystem"),
                new Terms(barred(acts), acts.flag("interpretation"), GAVE.contains(acts.text("exportControl"))));
    }

    /** Also what another program wrote there that is no row: a bar that is not read must not be lost. */
    static Set<String> barred(ActsOfHelp acts) {
        return acts.said("barred").stream()
                .flatMap(it -> it instanceof List<?> rows ? rows.stream() : Stream.of(it))
                .map(it -> it instanceof Map<?, ?> row ? row.get("state") : it)
                .map(it -> String.valueOf(it).strip())
                .collect(Collectors.toSet());
    }

    /**
     * Did both agree to one of the proposals that this round made of the pair? Else what became of the last of them says it:
     * false once somebody declined or nobody answered, empty while an answer may still come.
     *
     * @param since proposals before it are of an earlier solving
     * @param need the acts of the need's thread
     */
    static Optional<Boolean> agreed(String round, String offer, Instant since, ActsOfHelp need) {
        var answers = need.all().stream()
                .filter(it -> it.type().equals("propose")
                        && !it.at().isBefore(since)
                        && round.equals(it.body().get("round"))
                        && offer.equals(it.body().get("offer")))
                .map(it -> agreed(it.id(), need))
                .toList();
        if (answers.contains(Optional.of(true))) return Optional.of(true);
        return answers.isEmpty() ? Optional.empty() : answers.getLast();
    }

    private static Optional<Boolean> agreed(String proposal, ActsOfHelp need) {
        var said = need.all().stream()
                .filter(it -> proposal.equals(it.body().get("proposal")))
                .map(ActContent::type)
                .toList();
        if (said.contains("accept") && said.contains("provider-accepts")) return Optional.of(true);
        return said.stream().anyMatch(DECLINES::contains) ? Optional.of(false) : Optional.empty();
    }
}
