package org.comity.reporting;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.comity.casework.CaseAccess;
import org.comity.ui.FileAnswer;
import org.comity.ui.TypedText;
import org.comity.vocabulary.CutText;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The year's register, to read, to print and to take away; and what oversight sees of this node. */
@Controller
class ReportingController {

    private final YearRegister register;
    private final Overseeing overseeing;
    private final CaseAccess access;

    ReportingController(YearRegister register, Overseeing overseeing, CaseAccess access) {
        this.register = register;
        this.overseeing = overseeing;
        this.access = access;
    }

    @GetMapping("/reporting/register")
    String year(@RequestParam(required = false) @Nullable Integer year, Official by, Model model) {
        access.mustReadRegister(by);
        model.addAttribute("year", register.view(valid(year), by));
        return "reporting/register";
    }

    @GetMapping("/reporting/register.csv")
    void csv(@RequestParam(required = false) @Nullable Integer year, Official by, HttpServletResponse response)
            throws IOException {
        access.mustReadRegister(by);
        response.setContentType("text/csv;charset=UTF-8");
        FileAnswer.saved("register-%d.csv".formatted(valid(year)), response);
        register.write(valid(year), by, response.getWriter());
    }

    @GetMapping("/oversight")
    String oversight(
            @RequestParam(required = false) @Nullable Long before,
            @RequestParam(defaultValue = "") String subject,
            @RequestParam(defaultValue = "") String official,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String holds,
            Official by,
            Model model) {
        access.mustOversee(by);
        model.addAttribute(
                "oversight",
                overseeing.read(
                        new OversightSearch(typed(subject), typed(official), typed(kind), typed(day)),
                        before,
                        holds,
                        by));
        return "reporting/oversight";
    }

    @PostMapping("/oversight/check")
    String check(Official by) throws InterruptedException {
        access.mustOversee(by);
        overseeing.check(by);
        return "redirect:/oversight";
    }

    @GetMapping("/oversight/log/checkpoint")
    ResponseEntity<byte[]> checkpoint(Official by) {
        access.mustOversee(by);
        return text(overseeing.checkpoint(by), "log.checkpoint");
    }

    @GetMapping("/oversight/log/proof")
    ResponseEntity<byte[]> proof(
            @RequestParam long line, @RequestParam(required = false) @Nullable Long since, Official by) {
        access.mustOversee(by);
        return text(overseeing.proof(line, since, by), "line-%d.tlog-proof".formatted(line));
    }

    private static ResponseEntity<byte[]> text(String text, String name) {
        return FileAnswer.saved(name)
                .contentType(MediaType.parseMediaType("text/plain;charset=UTF-8"))
                .body(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Longer than anything that is on record is cut. */
    private static String typed(String text) {
        var clean = TypedText.clean(text);
        return CutText.to(clean, 200);
    }

    private int valid(@Nullable Integer year) {
        return year == null || year < 2000 || year > 9999 ? register.thisYear() : year;
    }
}
