package org.comity.treaty;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.comity.sheet.SheetRefused;
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

/** Lines of the treaty's table: brought in from a file after a look, confirmed, refused, struck. */
@Controller
@RequestMapping("/treaty/lines")
class TreatyLinesController {

    private static final String SHEET = "treaty/sheet";

    private final KeepingTreaty keeping;

    TreatyLinesController(KeepingTreaty keeping) {
        this.keeping = keeping;
    }

    @GetMapping
    String waiting(@RequestParam(required = false) @Nullable Long after, Official by, Model model) {
        keeping.mustWrite(by);
        model.addAttribute("waiting", keeping.waiting(after, by));
        return "treaty/lines";
    }

    @PostMapping
    String confirm(
            @RequestParam(required = false) @Nullable List<Long> line, Official by, RedirectAttributes redirect) {
        var chosen = Objects.requireNonNullElse(line, List.<Long>of());
        keeping.confirm(chosen, by);
        redirect.addFlashAttribute("flash", Flash.done("treaty.confirmed", "n", Integer.toString(chosen.size())));
        return "redirect:/treaty/lines";
    }

    @PostMapping("/{id:[0-9]{1,18}}/refuse")
    String refuse(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String why,
            Official by,
            RedirectAttributes redirect) {
        keeping.refuse(id, why, by);
        redirect.addFlashAttribute("flash", Flash.done("treaty.refused"));
        return "redirect:/treaty/lines";
    }

    @PostMapping("/{id:[0-9]{1,18}}/strike")
    String strike(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String why,
            Official by,
            RedirectAttributes redirect) {
        keeping.strike(id, why, by);
        redirect.addFlashAttribute("flash", Flash.done("treaty.struck"));
        return "redirect:/treaty";
    }

    @GetMapping("/import")
    String start(Official by, Model model) {
        keeping.mustWrite(by);
        model.addAttribute("sheet", keeping.empty());
        return SHEET;
    }

    /** The header alone: a row of example would be brought in with the others. */
    @GetMapping("/columns.csv")
    ResponseEntity<String> columns() {
        return FileAnswer.saved("treaty-actions.csv")
                .header(HttpHeaders.CONTENT_TYPE, "text/csv;charset=UTF-8")
                .body(String.join(",", TreatySheet.COLUMNS) + "\r\n");
    }

    @PostMapping("/import")
    String keep(@RequestParam(required = false) @Nullable MultipartFile file, Official by, Model model)
            throws IOException {
        keeping.mustWrite(by);
        if (file == null || file.isEmpty()) {
            model.addAttribute("problems", FormProblems.NONE.with("file", "treaty.no-file"));
            return start(by, model);
        }
        try {
            return "redirect:/treaty/lines/import/" + keeping.keep("sheet", file.getBytes(), by);
        } catch (SheetRefused refused) {
            model.addAttribute("problems", FormProblems.NONE.with("file", "error." + refused.code()));
            return start(by, model);
        }
    }

    @GetMapping("/import/{id:t[0-9a-f]+}")
    String look(@PathVariable String id, Official by, Model model) {
        keeping.mustWrite(by);
        model.addAttribute("sheet", keeping.look(id));
        return SHEET;
    }

    /** @param all every row that is right; without it those whose numbers were ticked */
    @PostMapping("/import/{id:t[0-9a-f]+}")
    String take(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String all,
            @RequestParam(required = false) @Nullable List<Integer> row,
            Official by,
            RedirectAttributes redirect) {
        var chosen = new HashSet<>(Objects.requireNonNullElse(row, List.<Integer>of()));
        int taken = keeping.take(id, it -> !all.isEmpty() || chosen.contains(it), by);
        redirect.addFlashAttribute(
                "flash",
                Flash.done("treaty.taken", "n", Integer.toString(taken), "all", Integer.toString(keeping.waiting())));
        return "redirect:/treaty/lines";
    }
}
