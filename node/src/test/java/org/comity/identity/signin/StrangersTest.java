package org.comity.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.comity.identity.IdentityNode;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/**
 * Whoever has not signed in gets forms that count, and leaves nothing. On a node of its own: where a test asks for {@code csrf()},
 * Spring puts a store of tokens of its own in the place of ours, for all tests that come after.
 */
@SpringBootTest(classes = IdentityNode.class, properties = "node.of=strangers")
@AutoConfigureMockMvc
class StrangersTest {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final String TOKENS = "comity-form-XA-1";

    @Autowired
    private MockMvc web;

    @Autowired
    private JdbcClient db;

    /** Anybody may ask and post: else a stranger would fill the table. */
    @Test
    void a_stranger_leaves_no_session() throws Exception {
        for (int n = 0; n < 3; n++) {
            var page = page();
            assertThat(page.getCookie("comity-XA-1")).isNull();
            web.perform(get("/practice")).andExpect(status().isOk());
            web.perform(post("/sign-in/password").param("person", "okell")).andExpect(status().isForbidden());
            web.perform(post("/nothing")).andExpect(redirectedUrl("/sign-in?ended"));
            send("/sign-in/passkey", token(page), cookie(page)).andExpect(status().isUnauthorized());
            for (var way : List.of("password", "passkey")) {
                send("/enrol/made-up-" + n + "/" + way, token(page), cookie(page))
                        .andExpect(status().isNotFound());
            }
        }
        assertThat(db.sql("select count(*) from identity.session")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void the_token_of_a_form_counts_with_the_cookie_of_that_browser_alone() throws Exception {
        var page = page();

        assertThat(cookie(page).isHttpOnly()).isTrue();
        assertThat(cookie(page).getAttribute("SameSite")).isEqualTo("Strict");
        send("/sign-in/password", token(page), cookie(page())).andExpect(status().isForbidden());
        send("/sign-in/password", token(page), new Cookie("other", "x")).andExpect(status().isForbidden());
        send("/sign-in/password", token(page), cookie(page)).andExpect(status().isUnauthorized());
    }

    /** Else whoever sends enough fills the node's memory before anybody is asked who that is. */
    @Test
    void what_a_stranger_sends_by_any_other_way_is_refused_unread() throws Exception {
        for (var method : List.of("PUT", "PATCH", "DELETE")) {
            for (var path : List.of("/api/v1/offices", "/requests", "/sign-in/password")) {
                var read = new AtomicBoolean();
                web.perform(context -> form(context, method, path, read))
                        .andExpect(answer ->
                                assertThat(answer.getResponse().getStatus()).isGreaterThanOrEqualTo(300));
                assertThat(read).as(method + " " + path).isFalse();
            }
        }
    }

    @Test
    void a_name_that_no_database_can_hold_is_no_request_and_no_fault() throws Exception {
        var page = page();
        web.perform(post("/sign-in/password")
                        .param("_csrf", token(page))
                        .param("person", "a\0b")
                        .cookie(cookie(page)))
                .andExpect(status().isBadRequest());
    }

    private static MockHttpServletRequest form(ServletContext context, String method, String path, AtomicBoolean read) {
        var request = new MockHttpServletRequest(context, method, path) {
            @Override
            public ServletInputStream getInputStream() {
                read.set(true);
                return super.getInputStream();
            }
        };
        request.setContentType("application/x-www-form-urlencoded");
        request.setContent("a=b".getBytes(StandardCharsets.UTF_8));
        request.setPathInfo(path);
        return request;
    }

    private MockHttpServletResponse page() throws Exception {
        return web.perform(get("/sign-in"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse();
    }

    private ResultActions send(String path, String token, Cookie cookie) throws Exception {
        return web.perform(
                post(path).param("_csrf", token).param("person", "nobody-here").cookie(cookie));
    }

    private static String token(MockHttpServletResponse page) throws Exception {
        var found = TOKEN.matcher(page.getContentAsString());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static Cookie cookie(MockHttpServletResponse page) {
        return Objects.requireNonNull(page.getCookie(TOKENS));
    }
}
