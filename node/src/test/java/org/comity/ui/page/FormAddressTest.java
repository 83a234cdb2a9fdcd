package org.comity.ui.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.ArrayList;
import org.comity.casework.Officers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The links of a page that answers a posted form lead to where somebody who only asks is answered. */
class FormAddressTest extends Officers {

    @Autowired
    private FormAddress addresses;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mapping;

    @Test
    void another_language_of_what_is_wrong_leads_to_the_page_of_the_form() throws Exception {
        var wrong = post("/sign-in/password")
                .header(HttpHeaders.REFERER, "https://node.example/sign-in?next=%2Fdesk&lang=en&_csrf=secret");
        assertThat(answered(401, "duty-officer", wrong.param("login", "maren")))
                .contains("href=\"/sign-in?next=%2Fdesk&amp;lang=ar\"", "data-here=\"/sign-in?next=%2Fdesk\"")
                .doesNotContain("_csrf=secret");
    }

    @Test
    void what_is_no_page_of_ours_is_no_page_of_a_form() {
        for (var other :
                new String[] {"https://other.example//other.example", "no address at all", "", "/sign-in/password"}) {
            var request = new MockHttpServletRequest("POST", "/sign-in/password");
            request.addHeader(HttpHeaders.REFERER, other);
            assertThat(addresses.of(request)).as(other).isEqualTo("/sign-in");
        }
    }

    @Test
    void there_is_a_page_for_every_form_wherever_the_browser_says_it_posts_from() throws Exception {
        var lost = new ArrayList<String>();
        int posted = 0;
        for (var each : mapping.getHandlerMethods().entrySet()) {
            var returned = each.getValue().getReturnType().getParameterType();
            boolean draws = returned == String.class || returned == ModelAndView.class;
            if (!draws || !each.getKey().getMethodsCondition().getMethods().contains(RequestMethod.POST)) continue;
            for (var pattern : each.getKey().getPatternValues()) {
                posted++;
                var path = pattern.replaceAll("\\{[^{}]*(\\{[^{}]*}[^{}]*)*}", "1");
                var here = addresses.of(new MockHttpServletRequest("POST", path));
                if (mapping.getHandler(new MockHttpServletRequest("GET", here)) == null) lost.add(path + " " + here);
            }
        }
        assertThat(posted).isGreaterThan(100);
        assertThat(lost).isEmpty();
    }
}
