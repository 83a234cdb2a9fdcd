package org.comity.identity.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.cookie;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import org.comity.identity.IdentityNode;
import org.comity.vocabulary.Duty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.MockMvc;

@SpringBootTest(
        classes = IdentityNode.class,
        properties = {
            "node.practice-network[0].id=XA-1",
            "node.practice-network[0].name=Aldoria",
            "node.practice-network[0].capital=Velin",
            "node.practice-network[0].zone=+02:00",
            "node.practice-network[0].page=http://localhost:8441",
            "node.practice-network[0].role=asks",
            "node.practice-network[1].id=XB-1",
            "node.practice-network[1].name=Belmora",
            "node.practice-network[1].capital=Ostera",
            "node.practice-network[1].zone=+07:00",
            "node.practice-network[1].page=http://localhost:8442",
            "node.practice-network[2].id=XD-1",
            "node.practice-network[2].name=Dorvane",
            "node.practice-network[2].capital=Hesper",
            "node.practice-network[2].zone=+01:00",
            "node.practice-network[2].tray=http://localhost:8441/practice/tray/XD-1",
            "node.practice-network[3].id=XS-1",
            "node.practice-network[3].name=Secretariat",
            "node.practice-network[3].capital=Averne",
            "node.practice-network[3].zone=+01:00",
            "node.practice-network[3].operator=true",
            "node.practice-network[3].page=http://localhost:8440/practice/sit/duty-officer"
        })
@AutoConfigureMockMvc
class ChairsOfNodesTest {

    @Autowired
    private MockMvc web;

    @Test
    void each_state_has_its_chairs_on_its_own_node() throws Exception {
        assertThat(page("en"))
                .contains("href=\"http://localhost:8441/practice/sit/duty-officer\"")
                .contains("href=\"http://localhost:8442/practice/sit/magistrate\"")
                .contains("href=\"http://localhost:8441/practice/tray/XD-1\"")
                .contains("./comity demo --states 3")
                .doesNotContain("investigate-with-other-states");
        assertThat(page("ar")).contains("بلمورا").contains("dir=\"rtl\"");
    }

    @Test
    void the_secretariat_has_the_chairs_that_its_guides_ask_for() throws Exception {
        assertThat(page("en"))
                .contains("keeps the directory; never sees a case")
                .contains("href=\"http://localhost:8440/practice/sit/duty-officer\"")
                .contains("href=\"http://localhost:8440/practice/sit/second-officer\"")
                .contains("href=\"http://localhost:8440/practice/sit/lawyer\"")
                .contains("href=\"http://localhost:8440/practice/sit/administrator\"")
                .doesNotContain("http://localhost:8440/practice/sit/magistrate");
    }

    @ParameterizedTest
    @EnumSource(Duty.class)
    void one_click_sits_down(Duty duty) throws Exception {
        web.perform(get("/practice/sit/" + ChairInPath.path(duty)).header("Sec-Fetch-Site", "same-site"))
                .andExpect(redirectedUrl("/desk"));
    }

    @Test
    void a_link_of_another_site_asks_first() throws Exception {
        web.perform(get("/practice/sit/lawyer").header("Sec-Fetch-Site", "cross-site"))
                .andExpect(status().isOk())
                .andExpect(header().doesNotExist("Location"));
        web.perform(post("/practice/sit/lawyer")).andExpect(redirectedUrl("/sign-in?ended"));
        web.perform(post("/practice/sit/lawyer").with(csrf())).andExpect(redirectedUrl("/desk"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"king", "DUTY_OFFICER", "x"})
    void there_is_no_other_chair(String duty) throws Exception {
        web.perform(get("/practice/sit/" + duty)).andExpect(status().isNotFound());
    }

    @Test
    void chairs_are_changed_from_the_bar_of_every_page() throws Exception {
        var session = web.perform(get("/practice/sit/lawyer"))
                .andReturn()
                .getResponse()
                .getCookie("comity-XA-1");

        var page = web.perform(get("/me").cookie(session))
                .andReturn()
                .getResponse()
                .getContentAsString();

        assertThat(page)
                .contains("<details class=\"languages seats\">", "<a href=\"/me\">You, and sign out</a>")
                .contains("href=\"http://localhost:8441/practice/sit/lawyer\" aria-current=\"true\"")
                .contains("href=\"http://localhost:8442/practice/sit/magistrate\"");
    }

    @Test
    void the_story_begins_with_the_first_visit_and_is_closed_for_good() throws Exception {
        web.perform(get("/practice")).andExpect(cookie().exists("story"));
        web.perform(get("/practice").cookie(new Cookie("story", "1"))).andExpect(cookie().doesNotExist("story"));
        web.perform(post("/practice/story/close").with(csrf()))
                .andExpect(redirectedUrl("/desk"))
                .andExpect(cookie().value("story", "closed"));
        web.perform(get("/practice").cookie(new Cookie("story", "closed")))
                .andExpect(cookie().doesNotExist("story"))
                .andExpect(content().string(containsString("action=\"/practice/story/begin\"")));
        web.perform(post("/practice/story/begin").with(csrf())).andExpect(cookie().value("story", not("closed")));
    }

    private String page(String language) throws Exception {
        return web.perform(get("/practice").param("lang", language))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
