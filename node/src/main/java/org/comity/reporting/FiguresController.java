package org.comity.reporting;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.comity.casework.CaseAccess;
import org.comity.ui.FileAnswer;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page of our own figures, and each of its tables to take away. */
@Controller
@RequestMapping("/reporting/figures")
class FiguresController {

    private final OurFigures figures;
    private final CaseAccess access;

    FiguresController(OurFigures figures, CaseAccess access) {
        this.figures = figures;
        this.access = access;
    }

    @GetMapping
    String month(
            @RequestParam(defaultValue = "") String month, Official by, Model model, HttpServletResponse response) {
        access.mustReadRegister(by);
        var asked = figures.month(month);
        if (asked.wrong()) response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        model.addAttribute("asked", asked);
        model.addAttribute("figures", figures.of(asked.month(), by));
        return "reporting/figures";
    }

    /** Of a month that is none there is no file: the page says what is expected. */
    @GetMapping("/{month:[0-9]{4}-[0-9]{2}}/{what:hours|acknowledge|answer}.csv")
    void csv(@PathVariable String month, @PathVariable String what, Official by, HttpServletResponse response)
            throws IOException {
        access.mustReadRegister(by);
        var asked = figures.month(month);
        if (asked.wrong()) {
            response.sendRedirect("/reporting/figures?month=" + month);
            return;
        }
        var view = figures.of(asked.month(), by);
        response.setContentType("text/csv;charset=UTF-8");
        FileAnswer.saved("figures-%s-%s.csv".formatted(view.month(), what), response);
        OurFigures.write(view, what, response.getWriter());
    }
}
