package org.comity.board.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.comity.exchange.PeerShelf;
import org.comity.proof.feed.NumberedFeed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

/** So many read a public feed at once, and of one caller two. */
class FeedDoorTest {

    private final FeedShelf shelf = mock(FeedShelf.class);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final AtomicInteger reading = new AtomicInteger();
    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Future<Integer>> answers = new ArrayList<>();
    private final FeedDoor door = new FeedDoor(shelf);

    @BeforeEach
    void slowly() {
        when(shelf.answer(any(NumberedFeed.class), any())).thenAnswer(it -> {
            reading.incrementAndGet();
            goOn.await();
            return PeerShelf.Answer.text("key");
        });
    }

    @AfterEach
    void end() {
        goOn.countDown();
        callers.close();
    }

    @Test
    void one_caller_keeps_the_door_from_nobody_else() throws Exception {
        begin("192.0.2.1");
        begin("192.0.2.1");

        assertThat(status("192.0.2.1")).isEqualTo(503);
        begin("192.0.2.2");
        begin("2001:db8::1");
        begin("2001:db8::2");
        assertThat(status("2001:db8::3")).as("of the same network").isEqualTo(503);
        goOn.countDown();
        for (var each : answers) assertThat(each.get()).isEqualTo(200);
        assertThat(status("192.0.2.1")).as("when it is done").isEqualTo(200);
    }

    @Test
    void all_callers_together_have_a_bound() {
        for (int i = 0; i < 16; i++) begin("192.0.2." + i);

        assertThat(status("192.0.2.99")).isEqualTo(503);
    }

    /** One that does not say for whom it asks. */
    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1"})
    void a_proxy_on_this_machine_stands_for_everybody(String address) {
        for (int i = 0; i < 16; i++) begin(address);

        assertThat(status(address)).isEqualTo(503);
        assertThat(status("192.0.2.99")).isEqualTo(503);
    }

    @Test
    void of_a_feed_itself_there_is_nothing() {
        var answer = door.read(new MockHttpServletRequest("GET", "/feed/public"));

        assertThat(answer.getStatusCode().value()).isEqualTo(404);
    }

    private void begin(String address) {
        int before = reading.get();
        answers.add(callers.submit(() -> status(address)));
        await().until(() -> reading.get() == before + 1);
    }

    private int status(String address) {
        var request = new MockHttpServletRequest("GET", "/feed/public/key");
        request.setRemoteAddr(address);
        return door.read(request).getStatusCode().value();
    }
}
