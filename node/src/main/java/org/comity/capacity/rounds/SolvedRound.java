package org.comity.capacity.rounds;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.comity.capacity.matching.ExplainedProposal;
import org.comity.capacity.matching.PairAnswer;
import org.comity.capacity.matching.RoundFile;
import org.comity.capacity.matching.RoundProblem;
import org.comity.capacity.matching.RoundProblem.WeighedState;
import org.jspecify.annotations.Nullable;

/**
 * One solving of a round, as its page shows it.
 *
 * @param due until when both sides answer; null as long as nobody approved it
 * @param told when each State was told why; null before
 * @param refused when a second officer did not approve it; null where nobody did not
 * @param refusedWhy in the words of that officer; empty where there is none
 */
public record SolvedRound(
        int number,
        Instant frozenAt,
        String ranBy,
        @Nullable String approvedBy,
        @Nullable Instant due,
        @Nullable Instant told,
        @Nullable Instant refused,
        String refusedWhy,
        RoundFile file,
        RoundReasons reasons,
        List<PairAnswer> answers) {

    public SolvedRound {
        answers = List.copyOf(answers);
    }

    /** Of a need, how many units it had when it was frozen, without those that were agreed before. */
    public int units(String need) {
        return file.problem().needs().stream()
                .filter(it -> it.id().equals(need))
                .mapToInt(RoundProblem.WeighedNeed::units)
                .sum();
    }

    /** Codes of the States that counted as least developed, as landlocked, as small island; empty where none did. */
    public Map<String, String> groups() {
        var groups = new LinkedHashMap<String, String>();
        groups.put("ldc", in(WeighedState::ldc));
        groups.put("lldc", in(WeighedState::lldc));
        groups.put("sids", in(WeighedState::sids));
        return groups;
    }

    private String in(Predicate<WeighedState> group) {
        return file.problem().states().stream()
                .filter(group)
                .map(WeighedState::code)
                .collect(Collectors.joining(" "));
    }

    /** {@code agreed}, {@code declined}, or {@code open}. */
    public String answer(ExplainedProposal proposal) {
        return answers.stream()
                .filter(it -> it.need().equals(proposal.placed().need())
                        && it.offer().equals(proposal.placed().offer()))
                .findFirst()
                .map(it -> it.agreed() ? "agreed" : "declined")
                .orElse("open");
    }
}
