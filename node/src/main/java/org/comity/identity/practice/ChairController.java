package org.comity.identity.practice;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.comity.identity.person.Persons;
import org.comity.identity.settings.PracticeGround;
import org.comity.identity.signin.SignIns;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/** Sits a visitor down in a chair of a practice node. */
@Controller
@RequestMapping("/practice")
class ChairController {

    private final PracticeGround ground;
    private final Persons persons;
    private final SignIns signIns;

    ChairController(PracticeGround ground, Persons persons, SignIns signIns) {
        this.ground = ground;
        this.persons = persons;
        this.signIns = signIns;
    }

    @GetMapping("/sit/{duty}")
    String sit(@PathVariable String duty, HttpServletRequest request, HttpServletResponse response) {
        var person = Chair.duty(duty)
                .filter(it -> ground.open())
                .flatMap(it -> persons.holding(it).stream().findFirst())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        signIns.open(person, request, response);
        return "redirect:/desk";
    }
}
