package org.comity.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Of one moment is what a page shows; whatever changes something must see what it changed. */
class OncePerPageTest {

    private final AtomicInteger asked = new AtomicInteger();

    @AfterEach
    void no_request_any_more() {
        RequestContextHolder.resetRequestAttributes();
    }

    @Test
    void a_page_asks_once_and_the_next_page_anew() {
        request("GET");
        assertThat(List.of(ask("a"), ask("a"), ask("b"))).containsExactly(1, 1, 2);
        request("GET");
        assertThat(ask("a")).isEqualTo(3);
    }

    @Test
    void what_changes_something_and_what_is_no_request_ask_each_time() {
        assertThat(List.of(ask("a"), ask("a"))).containsExactly(1, 2);
        request("POST");
        assertThat(List.of(ask("a"), ask("a"))).containsExactly(3, 4);
    }

    private int ask(String what) {
        return OncePerPage.ask(what, asked::incrementAndGet);
    }

    private static void request(String method) {
        RequestContextHolder.setRequestAttributes(
                new ServletRequestAttributes(new MockHttpServletRequest(method, "/desk")));
    }
}
