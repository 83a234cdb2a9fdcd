package org.comity.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.util.Objects;
import org.comity.identity.IdentityNode;
import org.comity.identity.person.Persons;
import org.comity.vocabulary.Official;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@SpringBootTest(classes = IdentityNode.class)
@AutoConfigureMockMvc
public class DoorTest {

    @Autowired
    private MockMvc web;

    @Autowired
    private Persons persons;

    @Autowired
    private SignIns signIns;

    @AfterEach
    void nobodyHasLeft() {
        persons.active("maren", true);
    }

    @ParameterizedTest
    @CsvSource({"/requests", "/nowhere", "/me", "/events", "/admin/people", "/oversight", "/actuator/env"})
    void a_stranger_is_sent_to_sign_in(String path) throws Exception {
        web.perform(get(path)).andExpect(redirectedUrl("/sign-in?to=" + path.replace("/", "%2F")));
    }

    @Test
    void a_stranger_at_the_api_gets_401_and_no_password_box() throws Exception {
        web.perform(get("/api/v1/requests"))
                .andExpect(status().isUnauthorized())
                .andExpect(header().string("WWW-Authenticate", "Bearer realm=\"comity\""));
    }

    @Test
    void a_controller_gets_the_official() throws Exception {
        web.perform(get("/test-page").with(user("maren")))
                .andExpect(status().isOk())
                .andExpect(content().string("I. Maren"));
    }

    @Test
    void a_name_that_is_not_on_the_list_is_a_stranger() throws Exception {
        web.perform(get("/test-page").with(user("nobody"))).andExpect(status().isFound());
    }

    @ParameterizedTest
    @CsvSource({"/admin/x,maren", "/oversight,maren", "/admin/x,arlo", "/oversight,brandel"})
    void a_page_of_another_duty_is_refused(String path, String person) throws Exception {
        web.perform(get(path).with(user(person))).andExpect(status().isForbidden());
    }

    @Test
    void a_form_without_its_token_changes_nothing() throws Exception {
        web.perform(post("/test-page").with(user("maren"))).andExpect(status().isForbidden());
        web.perform(post("/test-page").with(user("maren")).with(csrf().useInvalidToken()))
                .andExpect(status().isForbidden());
        web.perform(post("/test-page").with(user("maren")).with(csrf())).andExpect(status().isOk());
    }

    @Test
    void a_form_of_an_ended_session_leads_to_sign_in() throws Exception {
        web.perform(post("/test-page")).andExpect(redirectedUrl("/sign-in?ended"));
    }

    @Test
    void pages_are_not_stored_and_run_no_foreign_script() throws Exception {
        web.perform(get("/test-page").with(user("maren")))
                .andExpect(header().string("Cache-Control", "no-cache, no-store, max-age=0, must-revalidate"))
                .andExpect(header().string("X-Frame-Options", "DENY"))
                .andExpect(header().string(
                                "Content-Security-Policy",
                                "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; object-src 'none'; "
                                        + "frame-ancestors 'none'; base-uri 'self'; form-action 'self'"));
    }

    @Test
    void the_cookie_is_named_for_the_node_and_closed_to_scripts() throws Exception {
        assertThat(sit("duty-officer").getName()).isEqualTo("comity-XA-1");
        var cookie = web.perform(get("/practice/sit/duty-officer"))
                .andReturn()
                .getResponse()
                .getHeader("Set-Cookie");
        assertThat(cookie).contains("HttpOnly").contains("SameSite=Lax").doesNotContain("Secure");
    }

    @Test
    void a_leavers_session_ends_at_once() throws Exception {
        var cookie = sit("duty-officer");
        web.perform(get("/test-page").cookie(cookie)).andExpect(content().string("I. Maren"));

        persons.active("maren", false);
        web.perform(get("/test-page").cookie(cookie)).andExpect(status().isFound());

        persons.active("maren", true);
        web.perform(get("/test-page").cookie(cookie)).andExpect(status().isFound());
    }

    @Test
    void all_sessions_of_a_person_can_be_ended() throws Exception {
        var one = sit("duty-officer");
        var other = sit("duty-officer");
        var tolva = sit("second-officer");

        signIns.endAll("maren");

        web.perform(get("/test-page").cookie(one)).andExpect(status().isFound());
        web.perform(get("/test-page").cookie(other)).andExpect(status().isFound());
        web.perform(get("/test-page").cookie(tolva)).andExpect(content().string("R. Tolva"));
    }

    @Test
    void sitting_down_elsewhere_ends_the_session_before() throws Exception {
        var maren = sit("duty-officer");
        web.perform(get("/practice/sit/lawyer").cookie(maren)).andExpect(redirectedUrl("/desk"));
        web.perform(get("/test-page").cookie(maren)).andExpect(status().isFound());
    }

    private Cookie sit(String duty) throws Exception {
        return Objects.requireNonNull(web.perform(get("/practice/sit/" + duty))
                .andExpect(redirectedUrl("/desk"))
                .andReturn()
                .getResponse()
                .getCookie("comity-XA-1"));
    }

    @RestController
    public static class Pages {

        @GetMapping("/test-page")
        String page(Official by) {
            return by.name();
        }

        @PostMapping("/test-page")
        String form(Official by) {
            return by.name();
        }
    }
}
