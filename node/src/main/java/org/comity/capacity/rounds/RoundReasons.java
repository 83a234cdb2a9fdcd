package org.comity.capacity.rounds;

import java.util.List;
import org.comity.capacity.matching.ExplainedNeed;
import org.comity.capacity.matching.ExplainedProposal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The reasons of a solved round, as they are kept.
 *
 * @param forPeople pairs of need and offer that only the check of rights holds back
 * @param unread offers that were proposed to nobody, since it cannot be read whom they bar; in rounds of before there are none
 */
public record RoundReasons(
        List<ExplainedProposal> proposals,
        List<ExplainedNeed> left,
        List<List<String>> forPeople,
        @Nullable List<String> unread) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    public RoundReasons {
        proposals = List.copyOf(proposals);
        left = List.copyOf(left);
        forPeople = List.copyOf(forPeople);
        unread = unread == null ? List.of() : List.copyOf(unread);
    }

    RoundReasons(List<ExplainedProposal> proposals, List<ExplainedNeed> left, List<List<String>> forPeople) {
        this(proposals, left, forPeople, List.of());
    }

    String json() {
        return JSON.writeValueAsString(this);
    }

    static RoundReasons of(String json) {
        return JSON.readValue(json, RoundReasons.class);
    }
}
