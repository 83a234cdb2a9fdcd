package org.comity.paper;

import java.io.IOException;
import org.comity.casework.CaseAccess;
import org.comity.ui.FileAnswer;
import org.comity.ui.Flash;
import org.comity.ui.FormProblems;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Past requests from a spreadsheet: look first, then bring in. */
@Controller
@RequestMapping("/paper/import")
class ImportController {

    private static final String PAGE = "paper/import";

    private final ImportingPast importing;
    private final CaseAccess access;

    ImportController(ImportingPast importing, CaseAccess access) {
        this.importing = importing;
        this.access = access;
    }

    @GetMapping
    String start(Official by, Model model) {
        access.mustWrite(by);
        model.addAttribute("past", importing.start());
        return PAGE;
    }

    /** The header alone: a row of example would be brought in with the others. */
    @GetMapping("/columns.csv")
    ResponseEntity<String> columns(Official by) {
        access.mustWrite(by);
        return FileAnswer.saved("past-requests.csv")
                .header(HttpHeaders.CONTENT_TYPE, "text/csv;charset=UTF-8")
                .body(String.join(",", PastRequest.COLUMNS) + "\r\n");
    }

    @PostMapping
    String look(@RequestParam(required = false) @Nullable MultipartFile file, Official by, Model model)
            throws IOException {
        access.mustWrite(by);
        if (file == null || file.isEmpty()) {
            model.addAttribute("problems", FormProblems.NONE.with("file", "paper.import.no-file"));
            return start(by, model);
        }
        return "redirect:/paper/import/" + importing.keep("sheet", file.getBytes(), by);
    }

    @GetMapping("/{id:s[0-9a-f]+}")
    String preview(@PathVariable String id, Official by, Model model) {
        access.mustWrite(by);
        model.addAttribute("past", importing.preview(id, false));
        return PAGE;
    }

    @PostMapping("/{id:s[0-9a-f]+}")
    String bringIn(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String onlyRight,
            Official by,
            Model model,
            RedirectAttributes redirect) {
        access.mustWrite(by);
        var seen = importing.preview(id, onlyRight.isEmpty());
        if (seen.unusable() || seen.faulty() > 0 && onlyRight.isEmpty()) {
            model.addAttribute("past", seen);
            return PAGE;
        }
        int count = importing.bringIn(id, by);
        redirect.addFlashAttribute("flash", Flash.done("paper.import.done", "n", Integer.toString(count)));
        return "redirect:/requests";
    }
}
