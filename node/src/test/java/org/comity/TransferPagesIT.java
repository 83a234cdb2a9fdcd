package org.comity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.comity.evidence.ItemArrivals;
import org.comity.proof.form.Digests;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The page of transfers, without a node at the other end: what is expected waits, and officers decide about it. */
class TransferPagesIT extends PagesOfOneNode {

    @Autowired
    private ItemArrivals arrivals;

    private String thread;
    private String reference;

    @BeforeAll
    void launch() {
        var row = sent("XD-1", ordinary(), "tolva");
        thread = row.thread();
        reference = row.reference();
    }

    @ParameterizedTest
    @MethodSource("org.comity.StoryIT#narrow")
    void what_is_expected_is_paused_resumed_cancelled_and_paced(String language, int width, boolean script) {
        var manifest = Digests.sha256((language + width + script).getBytes(UTF_8));
        arrivals.expect(manifest, "XD-1", thread, "a".repeat(64));
        var row = "[data-id='" + manifest + "'] ";
        try (var chair = chair("custodian", language, width, script)) {
            chair.open("/requests/" + reference, "request-with-transfers");
            chair.press("a[href='/evidence/transfers']", "transfers");
            chair.press(row + "form[action$='/pause'] button", "transfers-paused");
            assertThat(state(manifest)).isEqualTo(ItemArrivals.State.PAUSED);
            chair.press(row + "form[action$='/resume'] button", "transfers-resumed");
            assertThat(state(manifest)).isEqualTo(ItemArrivals.State.WAITING);
            chair.press(row + "details:has(form[action$='/cancel']) summary", "transfers-cancelling");
            assertThat(state(manifest)).as("only asked").isEqualTo(ItemArrivals.State.WAITING);
            chair.press(row + "form[action$='/cancel'] button", "transfers-cancelled");
            assertThat(state(manifest)).isEqualTo(ItemArrivals.State.CANCELLED);
            chair.press("form[action$='/pace'] button", "transfers-paced");
            chair.tabsThrough();
        }
    }

    private ItemArrivals.State state(String manifest) {
        return arrivals.find(manifest).orElseThrow().state();
    }
}
