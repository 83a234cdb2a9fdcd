package org.comity.proceedings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.comity.procedure.RequestRow;
import org.comity.proof.register.Entry;
import org.comity.thread.Threads;
import org.comity.thread.Threads.KeptAct;
import org.comity.vocabulary.Role;
import org.junit.jupiter.api.Test;

/** Where a person is not extradited, the case can go to the State that keeps the person. */
class ProceedingsTest {

    private static final Map<String, Object> REQUEST = Map.of(
            "purpose",
            "prosecution",
            "facts",
            "First facts.",
            "warrant",
            "Warrant 7 of the court",
            "person",
            List.of(Map.of("name", "R. Pell", "nationalities", "XB")));

    @Test
    void who_keeps_the_person_asks_for_the_case_and_who_asked_offers_it() {
        var keep = Map.<String, Object>of("because", "national", "text", "Our constitution.");
        var submitted = Map.<String, Object>of("facts", "Facts of the file.");

        var asked = new Proceedings(threads)
                .begunFrom(row(Role.REQUESTED, "KeptHere", REQUEST, submitted, keep), Map.of("offence", "Fraud"));
        var offered = new Proceedings(threads).begunFrom(row(Role.REQUESTING, "KeptHere", REQUEST), Map.of());

        assertThat(asked)
                .containsEntry("offer", "asked")
                .containsEntry("offence", "Fraud")
                .containsEntry("facts", "Facts of the file.")
                .containsEntry("concerned", "R. Pell; XB")
                .containsEntry("reasons", List.of("nationality"))
                .containsEntry("file", List.of(Map.of("item", "Warrant 7 of the court")));
        assertThat(offered)
                .containsEntry("offer", "offered")
                .containsEntry("facts", "First facts.")
                .doesNotContainKey("reasons");
    }

    private final Threads threads = mock(Threads.class);

    @SafeVarargs
    private RequestRow row(Role ours, String state, Map<String, Object>... bodies) {
        var row = mock(RequestRow.class);
        when(row.law()).thenReturn("extradition");
        when(row.state()).thenReturn(state);
        when(row.ourRole()).thenReturn(ours);
        when(row.thread()).thenReturn("t");
        var acts = Stream.of(bodies)
                .map(body -> {
                    var act = mock(KeptAct.class);
                    when(act.effect()).thenReturn(Entry.EFFECTIVE);
                    when(act.body()).thenReturn(body);
                    return act;
                })
                .toList();
        when(threads.everyAct("t")).thenAnswer(_ -> acts.stream());
        return row;
    }
}
