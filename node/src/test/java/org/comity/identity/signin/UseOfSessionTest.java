package org.comity.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.comity.identity.IdentityNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.test.web.servlet.MockMvc;

@SpringBootTest(classes = IdentityNode.class)
@AutoConfigureMockMvc
public class UseOfSessionTest {

    @Autowired
    private MockMvc web;

    @Autowired
    private FindByIndexNameSessionRepository<? extends Session> sessions;

    @Autowired
    private JdbcClient db;

    @Test
    void what_a_person_asks_for_keeps_the_session() throws Exception {
        var cookie = sit();
        unusedFor(cookie, Duration.ofMinutes(19));
        web.perform(get("/test-page").cookie(cookie)).andExpect(content().string("I. Maren"));
        assertThat(unused(cookie)).isLessThan(Duration.ofMinutes(1));
        unusedFor(cookie, Duration.ofMinutes(19));
        web.perform(post("/stay").cookie(cookie).with(csrf())).andExpect(status().isNoContent());
        assertThat(unused(cookie)).isLessThan(Duration.ofMinutes(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/events", "/alarm"})
    void what_an_open_page_asks_for_by_itself_does_not(String path) throws Exception {
        var cookie = sit();
        unusedFor(cookie, Duration.ofMinutes(19));
        web.perform(get(path).cookie(cookie));
        assertThat(unused(cookie)).isGreaterThan(Duration.ofMinutes(18));
        unusedFor(cookie, Duration.ofMinutes(21));
        web.perform(get(path).cookie(cookie));
        web.perform(get("/test-page").cookie(cookie)).andExpect(status().isFound());
        assertThat(sessions.findById(id(cookie))).isNull();
    }

    @Test
    void a_locked_desk_leads_back_to_its_page_and_nowhere_else() throws Exception {
        var cookie = sit();
        web.perform(post("/lock").param("to", "/requests/XA-1").cookie(cookie).with(csrf()))
                .andExpect(redirectedUrl("/sign-in?locked&to=%2Frequests%2FXA-1"));
        web.perform(get("/test-page").cookie(cookie)).andExpect(status().isFound());
        web.perform(post("/lock")
                        .param("to", "https://elsewhere.example")
                        .cookie(sit())
                        .with(csrf()))
                .andExpect(redirectedUrl("/sign-in?locked&to=%2Fdesk"));
        web.perform(post("/lock").param("to", "/requests/XA-1"))
                .andExpect(redirectedUrl("/sign-in?ended&to=%2Frequests%2FXA-1"));
        web.perform(post("/lock").param("to", "https://elsewhere.example")).andExpect(redirectedUrl("/sign-in?ended"));
    }

    /** Without script nobody kept them. */
    @Test
    void a_locked_desk_says_what_became_of_the_words_that_were_typed() throws Exception {
        web.perform(post("/lock").param("lost", "yes").cookie(sit()).with(csrf()))
                .andExpect(redirectedUrl("/sign-in?locked&lost&to=%2Fdesk"));

        var lost = web.perform(get("/sign-in").param("locked", "").param("lost", ""))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(lost).contains("not saved is lost");
        var kept = web.perform(get("/sign-in").param("locked", ""))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(kept).contains("What you had typed is there.").doesNotContain("not saved is lost");
    }

    /** As every session is when the node that counts its use starts for the first time. */
    @ParameterizedTest
    @ValueSource(strings = {"/test-page", "/alarm"})
    void a_session_whose_use_was_never_counted_goes_on_and_is_counted_from_then(String path) throws Exception {
        var cookie = sit();
        neverCounted(sessions, id(cookie));
        db.sql("update identity.session set creation_time = creation_time - 10800000 where session_id = :id")
                .param("id", id(cookie))
                .update();

        web.perform(get(path).cookie(cookie));

        assertThat(unused(cookie)).isLessThan(Duration.ofMinutes(1));
        web.perform(get("/test-page").cookie(cookie)).andExpect(content().string("I. Maren"));
        unusedFor(cookie, Duration.ofMinutes(21));
        web.perform(get("/test-page").cookie(cookie)).andExpect(status().isFound());
    }

    @Test
    void two_requests_that_begin_to_count_at_once_are_not_in_each_others_way() throws Exception {
        var cookie = sit();
        neverCounted(sessions, id(cookie));

        countedTwice(sessions, id(cookie));

        assertThat(unused(cookie)).isLessThan(Duration.ofMinutes(1));
    }

    private static <S extends Session> void neverCounted(FindByIndexNameSessionRepository<S> sessions, String id) {
        var session = Objects.requireNonNull(sessions.findById(id));
        session.removeAttribute("used");
        sessions.save(session);
    }

    private static <S extends Session> void countedTwice(FindByIndexNameSessionRepository<S> sessions, String id) {
        var both =
                List.of(Objects.requireNonNull(sessions.findById(id)), Objects.requireNonNull(sessions.findById(id)));
        both.forEach(it -> it.setAttribute("used", it.getLastAccessedTime().toEpochMilli()));
        both.forEach(sessions::save);
    }

    private void unusedFor(Cookie cookie, Duration length) {
        unusedFor(sessions, id(cookie), length);
    }

    private static <S extends Session> void unusedFor(
            FindByIndexNameSessionRepository<S> sessions, String id, Duration length) {
        var session = Objects.requireNonNull(sessions.findById(id));
        session.setAttribute("used", session.getLastAccessedTime().minus(length).toEpochMilli());
        sessions.save(session);
    }

    private Duration unused(Cookie cookie) {
        var session = Objects.requireNonNull(sessions.findById(id(cookie)));
        return Duration.between(UseOfSession.lastOf(session), session.getLastAccessedTime());
    }

    private static String id(Cookie cookie) {
        return new String(Base64.getDecoder().decode(cookie.getValue()), StandardCharsets.UTF_8);
    }

    private Cookie sit() throws Exception {
        return Objects.requireNonNull(web.perform(get("/practice/sit/duty-officer"))
                .andReturn()
                .getResponse()
                .getCookie("comity-XA-1"));
    }
}
