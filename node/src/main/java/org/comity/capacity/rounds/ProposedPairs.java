package org.comity.capacity.rounds;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.comity.capacity.KeptList;
import org.comity.capacity.matching.ExplainedProposal;
import org.comity.capacity.matching.ReasonSentence;
import org.comity.capacity.matching.RoundFile;
import org.comity.capacity.rounds.ProposingPair.Side;
import org.comity.capacity.rounds.RoundRows.ApprovedRound;
import org.comity.directory.Directory;
import org.comity.procedure.RequestRow;
import org.comity.procedure.form.BodyFields;
import org.comity.ui.FormProblems;
import org.comity.ui.Language;
import org.comity.ui.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Knows what approved rounds placed: with it a proposal begins, and what it names is held against the list. */
@Component
class ProposedPairs {

    private static final String ROUND = "round";
    private static final String OFFER = "offer";
    private static final String PLACED = "placed";
    private static final Pattern UNITS = Pattern.compile("([1-9][0-9]{0,4})(?:\\D.*)?");

    private final String needs = MatchedProcedures.read().needs();
    private final RoundRows rounds;
    private final ListedHelp listed;
    private final LostPairs losses;
    private final KeptList kept;
    private final Directory directory;
    private final Words words;
    private final Clock clock;

    ProposedPairs(
            RoundRows rounds,
            ListedHelp listed,
            LostPairs losses,
            KeptList kept,
            Directory directory,
            Words words,
            Clock clock) {
        this.losses = losses;
        this.rounds = rounds;
        this.listed = listed;
        this.kept = kept;
        this.directory = directory;
        this.words = words;
        this.clock = clock;
    }

    /**
     * What the newest approved round placed for this need or offer and nobody answered; nothing where it placed nothing.
     */
    Map<String, Object> begun(RequestRow row, Side side) {
        if (!kept.here()) return Map.of();
        for (var round : rounds.approvedOf(row.reference())) {
            var pairs = waiting(round, row);
            if (!pairs.isEmpty()) return begun(round, pairs, side);
        }
        return Map.of();
    }

    /** What is said to who waits for an answer that cannot come; nothing where it still can. */
    Map<String, Object> lost(RequestRow row) {
        if (!kept.here()) return Map.of();
        return losses.of(row)
                .map(it -> Map.<String, Object>of(
                        "reason",
                        "other",
                        "text",
                        words.say(
                                Language.ENGLISH,
                                it.gone().law().equals(needs) ? "rounds.lost.need" : "rounds.lost.offer")))
                .orElse(Map.of());
    }

    private List<ExplainedProposal> waiting(ApprovedRound round, RequestRow row) {
        var solving = rounds.approved(round.id());
        var placed = RoundReasons.of(solving.reasons()).proposals().stream()
                .filter(it -> List.of(it.placed().need(), it.placed().offer()).contains(row.reference()))
                .toList();
        if (placed.isEmpty()) return placed;
        var answered = listed.answers(RoundFile.read(solving.file()));
        return placed.stream()
                .filter(it -> answered.stream()
                        .noneMatch(said -> said.need().equals(it.placed().need())
                                && said.offer().equals(it.placed().offer())))
                .toList();
    }

    private Map<String, Object> begun(ApprovedRound round, List<ExplainedProposal> pairs, Side side) {
        var begun = new LinkedHashMap<String, Object>();
        begun.put(ROUND, round.id());
        var due = due(round);
        if (due != null) begun.put("answerUntil", due);
        boolean toNeed = side == Side.NEED;
        // To a provider it does not name the need: which of several is meant, the officer says.
        if (!toNeed && pairs.size() > 1) return begun;
        var pair = pairs.getFirst();
        begun.put(PLACED, Integer.toString(pair.placed().units()));
        begun.put("reasons", reasons(pair, toNeed));
        if (toNeed) {
            begun.put(OFFER, pair.placed().offer());
            listed.offer(pair.placed().offer()).ifPresent(it -> begun.putAll(terms(it)));
        }
        return begun;
    }

    /** Which State asks, the provider learns once both said yes (0112); what else there is, is for that State alone. */
    private String reasons(ExplainedProposal pair, boolean toNeed) {
        var said = new ArrayList<ReasonSentence>(toNeed ? List.of(pair.summary()) : List.of());
        said.addAll(pair.parts());
        if (toNeed) {
            said.addAll(pair.priority());
            Optional.ofNullable(pair.next()).ifPresent(said::add);
        }
        Optional.ofNullable(pair.after()).ifPresent(said::add);
        return said.stream()
                .map(it -> words.say(Language.ENGLISH, it.key(), it.named()))
                .collect(Collectors.joining("\n"));
    }

    private Map<String, Object> terms(RequestRow offer) {
        var acts = listed.said(offer);
        var terms = new LinkedHashMap<String, Object>();
        terms.put(
                "provider",
                directory.find(offer.counterpart()).map(it -> it.name("en")).orElse(offer.counterpart()));
        terms.put("tied", acts.text("tied"));
        terms.put("conflict", acts.text("conflict"));
        var conditions = new ArrayList<String>();
        for (var each : acts.words("conditions")) {
            conditions.add(words.say(Language.ENGLISH, offer.law() + ".option.conditions." + each));
        }
        if (!acts.text("conditionsWords").isEmpty()) conditions.add(acts.text("conditionsWords"));
        terms.put("conditions", String.join("\n", conditions));
        return terms;
    }

    /** As the round says; nothing once that day is over. */
    private @Nullable String due(ApprovedRound round) {
        var due = round.approvedAt().plus(Duration.ofDays(round.answerDays())).truncatedTo(ChronoUnit.SECONDS);
        return due.isAfter(clock.instant()) ? due.toString() : null;
    }

    /** A round that is none, an offer that is not on the list, more units than one asks for and the other has. */
    FormProblems problems(RequestRow row, Side side, BodyFields body) {
        if (!kept.here()) return FormProblems.NONE;
        var found = FormProblems.NONE;
        if (!body.text(ROUND).isEmpty() && rounds.find(body.text(ROUND)).isEmpty()) {
            found = found.with(ROUND, "rounds.propose.round");
        }
        if (side == Side.OFFER) return found.and(units(body, capacity(row)));
        if (body.text(OFFER).isEmpty()) return found;
        var offer = listed.offer(body.text(OFFER));
        return offer.isEmpty()
                ? found.with(OFFER, "rounds.propose.offer")
                : found.and(units(body, Math.min(listed.said(row).number("units"), capacity(offer.get()))));
    }

    private int capacity(RequestRow offer) {
        return listed.said(offer).number("capacity");
    }

    /** A number, and what is counted behind it. */
    private static FormProblems units(BodyFields body, int most) {
        var said = body.text(PLACED);
        var units = UNITS.matcher(said);
        return said.isEmpty() || units.matches() && Integer.parseInt(units.group(1)) <= most
                ? FormProblems.NONE
                : FormProblems.NONE.with(PLACED, "rounds.propose.units", "most", Integer.toString(most));
    }
}
