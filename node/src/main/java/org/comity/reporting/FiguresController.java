package org.comity.reporting;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.comity.casework.CaseAccess;
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
    String month(@RequestParam(defaultValue = "") String month, Official by, Model model) {
        access.mustReadRegister(by);
        model.addAttribute("figures", figures.of(figures.month(month), by));
        return "reporting/figures";
    }

    @GetMapping("/{month:[0-9]{4}-[0-9]{2}}/{what:hours|acknowledge|answer}.csv")
    void csv(@PathVariable String month, @PathVariable String what, Official by, HttpServletResponse response)
            throws IOException {
        access.mustReadRegister(by);
        var view = figures.of(figures.month(month), by);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                "Content-Disposition", "attachment; filename=\"figures-%s-%s.csv\"".formatted(view.month(), what));
        OurFigures.write(view, what, response.getWriter());
    }
}
