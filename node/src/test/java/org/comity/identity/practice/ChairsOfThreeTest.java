package org.comity.identity.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import jakarta.servlet.http.Cookie;
import org.comity.identity.IdentityNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.MockMvc;

/** Where three States practise, the page of chairs tells what three can do, and leads to the guide. */
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
            "node.practice-network[2].id=XC-1",
            "node.practice-network[2].name=Cadria",
            "node.practice-network[2].capital=Port Lume",
            "node.practice-network[2].zone=-03:00",
            "node.practice-network[2].page=http://localhost:8443"
        })
@AutoConfigureMockMvc
class ChairsOfThreeTest {

    @Autowired
    private MockMvc web;

    @ParameterizedTest
    @CsvSource({
        "en, 'Cadria: say what evidence we hold.', 'Aldoria: close.'",
        "ar, 'كادريا: بيان ما لدينا من أدلة.', 'ألدوريا: إغلاق.'"
    })
    void a_joint_investigation_of_three_is_told_step_by_step(String language, String step, String last)
            throws Exception {
        assertThat(web.perform(get("/practice").cookie(new Cookie("lang", language)))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains(step, last, "href=\"/help/guides/investigate-with-other-states\"")
                .doesNotContain("./comity demo --states 3");
    }
}
