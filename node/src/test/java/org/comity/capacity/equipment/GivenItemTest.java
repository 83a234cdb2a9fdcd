package org.comity.capacity.equipment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.comity.capacity.ThreadWithActs;
import org.comity.procedure.RequestRow;
import org.comity.procedure.form.ActContent;
import org.comity.vocabulary.Role;
import org.junit.jupiter.api.Test;

/** Who uses equipment and who gave it look each for itself, and a plan for its upkeep runs out in the open. */
class GivenItemTest {

    private static final LocalDate CAME = LocalDate.of(2027, 3, 1);
    private static final int DAYS = 180;

    private int n;

    @Test
    void each_side_looks_again_so_many_days_after_it_looked_itself() {
        var item = item("InUse", received(), check("2027-05-01", "used", "meant", false));

        assertThat(item.checkDue(Role.REQUESTED, DAYS)).contains(CAME.plusDays(180));
        assertThat(item.checkDue(Role.REQUESTING, DAYS)).contains(LocalDate.of(2027, 10, 28));
        assertThat(item.weOweCheck(CAME.plusDays(179), DAYS)).isFalse();
        assertThat(item.weOweCheck(CAME.plusDays(180), DAYS)).isTrue();
    }

    @Test
    void before_it_came_and_after_its_end_nobody_is_asked_to_look() {
        assertThat(item("Handed").checkDue(Role.REQUESTED, DAYS)).isEmpty();
        assertThat(item("Over", received()).weOweCheck(CAME.plusDays(999), DAYS))
                .isFalse();
    }

    @Test
    void what_both_find_stands_beside_each_other_and_only_the_last_look_counts() {
        var ours = check("2027-05-01", "used", "meant", true);

        assertThat(item("InUse", received(), ours).checksDiffer()).isFalse();
        assertThat(item("InUse", received(), ours, check("2027-05-02", "used", "otherwise", false))
                        .checksDiffer())
                .isTrue();
        assertThat(item(
                                "InUse",
                                received(),
                                ours,
                                check("2027-05-02", "idle", "meant", false),
                                check("2027-06-02", "used", "meant", false))
                        .checksDiffer())
                .isFalse();
    }

    @Test
    void upkeep_is_over_when_a_line_of_the_last_plan_has_run_out_or_names_no_day() {
        var taken = act("take", Map.of("upkeep", List.of(line("Power", "2027-12-31"), line("Licence", "2028-06-30"))));
        var today = LocalDate.of(2028, 1, 1);

        assertThat(item("InUse", taken).upkeepOver(LocalDate.of(2027, 12, 31))).isFalse();
        assertThat(item("InUse", taken).upkeepOver(today)).isTrue();
        var planned = act("plan", Map.of("upkeep", List.of(line("All", "2029-01-01"))));
        assertThat(item("InUse", taken, planned).upkeepOver(today)).isFalse();
        assertThat(item("InUse", taken, act("plan", Map.of("upkeep", List.of(line("All", "soon")))))
                        .upkeepOver(today))
                .isTrue();
        assertThat(item("Taken", taken).upkeepOver(today)).as("not here yet").isFalse();
    }

    @Test
    void only_what_reaches_data_is_asked_for_its_law() {
        assertThat(item("Offered").reachesData()).isFalse();
        for (var reach : List.of("extract", "intercept", "")) {
            var body = Map.<String, Object>of("reach", reach);
            assertThat(new GivenItem(new ThreadWithActs(mock(RequestRow.class), List.of(act("offer", body))))
                            .reachesData())
                    .as(reach)
                    .isTrue();
        }
    }

    private GivenItem item(String state, ActContent... more) {
        var row = mock(RequestRow.class);
        when(row.state()).thenReturn(state);
        when(row.ourRole()).thenReturn(Role.REQUESTED);
        var acts = new ArrayList<ActContent>();
        acts.add(act("offer", Map.of("reach", "nothing", "title", "Write blockers")));
        acts.addAll(List.of(more));
        return new GivenItem(new ThreadWithActs(row, acts));
    }

    private static Map<String, Object> line(String what, String until) {
        return Map.of("what", what, "payer", "Ministry of Justice", "until", until);
    }

    private ActContent received() {
        return act("receive", Map.of("day", CAME.toString()));
    }

    private ActContent check(String day, String use, String asMeant, boolean ours) {
        return said(
                "check", Map.of("day", day, "use", use, "asMeant", asMeant), ours ? Role.REQUESTED : Role.REQUESTING);
    }

    private ActContent act(String type, Map<String, Object> body) {
        return said(type, body, Role.REQUESTED);
    }

    private ActContent said(String type, Map<String, Object> body, Role by) {
        n++;
        return new ActContent(
                "a" + n, type, body, Instant.parse("2027-03-01T10:00:00Z").plusSeconds(n), by);
    }
}
