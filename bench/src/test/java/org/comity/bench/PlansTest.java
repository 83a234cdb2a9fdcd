package org.comity.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is asked on the command line is done, or refused in words. */
class PlansTest {

    @Test
    void every_act_of_an_exchange_is_sent_once() {
        for (int acts : List.of(20, 99, 1000)) {
            var plan = ExchangePlan.of(options("--acts", Integer.toString(acts)));
            int inRounds = IntStream.range(0, plan.rounds()).map(plan::inRound).sum();

            assertThat(plan.alone() + inRounds).isEqualTo(acts);
        }
    }

    @Test
    void a_thousand_acts_and_fifty_kills_unless_asked_otherwise() {
        assertThat(ExchangePlan.of(options())).isEqualTo(new ExchangePlan(1000, 1000, 32, 4));
        assertThat(CrashPlan.of(options("--seed", "7"))).isEqualTo(new CrashPlan(50, 60, 7));
    }

    @Test
    void a_board_for_every_state_unless_asked_otherwise() {
        assertThat(BoardPlan.of(options())).isEqualTo(new BoardPlan(195, 16, 100));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BoardPlan.of(options("--members", "0")))
                .withMessage("--members must be from 1 to 2000");
    }

    @Test
    void rooms_for_every_state_and_five_hundred_pages_a_second_unless_asked_otherwise() {
        assertThat(RoomPlan.of(options())).isEqualTo(new RoomPlan(10_000, 200, 195, 16));
        assertThat(PublicPlan.of(options())).isEqualTo(new PublicPlan(500, 30, 400));
        assertThat(DeskPlan.of(options())).isEqualTo(new DeskPlan(100_000, 1_000, 100));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RoomPlan.of(options("--posts", "30", "--topics", "31")))
                .withMessage("--topics must be from 1 to 30");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PublicPlan.of(options("--rate", "9")))
                .withMessage("--rate must be from 10 to 10000");
    }

    @Test
    void evidence_of_three_sizes_unless_asked_otherwise() {
        assertThat(EvidencePlan.of(options("--seed", "1")))
                .isEqualTo(new EvidencePlan(List.of(64, 1024, 8192), 0, 5, 1));
        assertThat(EvidencePlan.of(options("--largest", "2000")).megabytes()).containsExactly(64, 1024, 2000);
        assertThat(EvidencePlan.of(options("--largest", "64")).megabytes()).containsExactly(64);
        assertThat(EvidencePlan.of(options("--generated", "102400")).generated())
                .isEqualTo(102_400);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EvidencePlan.of(options("--generated", "63")))
                .withMessage("--generated must be from 64 to 1000000");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EvidencePlan.of(options("--largest", "63")))
                .withMessage("--largest must be from 64 to 1000000");
    }

    @Test
    void what_cannot_be_done_is_said() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ExchangePlan.of(options("--acts", "5")))
                .withMessage("--acts must be from 20 to 100000");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CrashPlan.of(options("--kills", "0")))
                .withMessage("--kills must be from 1 to 10000");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CrashPlan.of(options("--kills", "many")))
                .withMessage("--kills needs a whole number, not many");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> options("--acts"))
                .withMessage("a value is missing after --acts");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> options("--seed", "1").mustBeEmpty())
                .withMessage("not understood: --seed");
    }

    private static BenchOptions options(String... arguments) {
        return new BenchOptions(List.of(arguments));
    }
}
