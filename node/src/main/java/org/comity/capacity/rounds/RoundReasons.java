package org.comity.capacity.rounds;

import java.util.List;
import org.comity.capacity.matching.ExplainedNeed;
import org.comity.capacity.matching.ExplainedProposal;
import tools.jackson.databind.json.JsonMapper;

/**
 * The reasons of a solved round, as they are kept.
 *
 * @param forPeople pairs of need and offer that only the check of rights holds back
 */
public record RoundReasons(List<ExplainedProposal> proposals, List<ExplainedNeed> left, List<List<String>> forPeople) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    public RoundReasons {
        proposals = List.copyOf(proposals);
        left = List.copyOf(left);
        forPeople = List.copyOf(forPeople);
    }

    String json() {
        return JSON.writeValueAsString(this);
    }

    static RoundReasons of(String json) {
        return JSON.readValue(json, RoundReasons.class);
    }
}
