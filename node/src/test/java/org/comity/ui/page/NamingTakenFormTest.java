package org.comity.ui.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** The window forgets what is named: nothing else is, and nothing of what was sent is said back unread. */
class NamingTakenFormTest {

    private static final String NAME = "0a".repeat(16);

    @Test
    void a_form_that_was_taken_is_named_to_the_scripts_of_this_node_alone() {
        assertThat(named("POST", NAME, 200)).isEqualTo("taken=" + NAME + "; Path=/; SameSite=Strict");
        assertThat(named("POST", NAME, 302)).startsWith("taken=" + NAME);
    }

    @Test
    void what_was_refused_or_only_read_or_bears_no_name_is_not() {
        assertThat(named("POST", NAME, 422)).isNull();
        assertThat(named("GET", NAME, 200)).isNull();
        assertThat(named("POST", null, 200)).isNull();
        for (var wrong :
                new String[] {"", "0a", NAME + "0", NAME.toUpperCase(java.util.Locale.ROOT), "a; Path=/" + NAME}) {
            assertThat(named("POST", wrong, 200)).as(wrong).isNull();
        }
    }

    private static @Nullable String named(String method, @Nullable String name, int status) {
        var request = new MockHttpServletRequest(method, "/desk/handover");
        var response = new MockHttpServletResponse();
        if (name != null) request.setParameter(NamingTakenForm.FIELD, name);
        response.setStatus(status);
        new NamingTakenForm().postHandle(request, response, "handler", null);
        return response.getHeader(HttpHeaders.SET_COOKIE);
    }
}
