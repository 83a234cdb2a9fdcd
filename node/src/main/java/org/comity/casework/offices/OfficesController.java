package org.comity.casework.offices;

import java.io.IOException;
import java.util.List;
import org.comity.casework.CaseAccess;
import org.comity.ui.Choice;
import org.comity.ui.DeskNotices;
import org.comity.ui.FileAnswer;
import org.comity.ui.FileDownload;
import org.comity.ui.Flash;
import org.comity.ui.FormProblems;
import org.comity.ui.SeenMark;
import org.comity.ui.TypedText;
import org.comity.vocabulary.Official;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The offices of our State, what each may do, and what is with them; tells the desk of what is late or came back. */
@Controller
@RequestMapping("/offices")
class OfficesController implements DeskNotices {

    private static final String FORM = "casework/offices/office";

    private final KeepingOffices keeping;
    private final CaseAccess access;

    OfficesController(KeepingOffices keeping, CaseAccess access) {
        this.keeping = keeping;
        this.access = access;
    }

    @Override
    public List<Notice> notices(Official by) {
        if (!access.mayWrite(by)) {
            return List.of();
        }
        var waiting = keeping.waiting(by);
        return java.util.stream.Stream.of(
                        new Notice("office.desk.back", waiting.back(), "/offices"),
                        new Notice("office.desk.late", waiting.late(), "/offices"))
                .filter(it -> it.n() > 0)
                .toList();
    }

    @GetMapping
    String list(Official by, Model model) {
        model.addAttribute("offices", keeping.view(by));
        return "casework/offices/offices";
    }

    @GetMapping("/new")
    String fresh(Official by, Model model) {
        return form(keeping.form("", by), true, FormProblems.NONE, model);
    }

    @GetMapping("/{id:[a-z][a-z0-9-]{1,39}}/edit")
    String edit(@PathVariable String id, Official by, Model model) {
        return form(keeping.form(id, by), false, FormProblems.NONE, model);
    }

    @PostMapping("/new")
    String add(
            @RequestParam MultiValueMap<String, String> form, Official by, Model model, RedirectAttributes redirect) {
        return put(OfficeForm.of(TypedText.clean(form.getFirst("id")), form), true, by, model, redirect);
    }

    @PostMapping("/{id:[a-z][a-z0-9-]{1,39}}/edit")
    String change(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> form,
            Official by,
            Model model,
            RedirectAttributes redirect) {
        return put(OfficeForm.of(id, form), false, by, model, redirect);
    }

    @FileDownload
    @GetMapping("/offices.json")
    ResponseEntity<byte[]> file(Official by) {
        return FileAnswer.saved("offices.json")
                .contentType(MediaType.APPLICATION_JSON)
                .body(keeping.file(by));
    }

    @PostMapping("/load")
    String load(@RequestParam MultipartFile file, Official by, RedirectAttributes redirect) throws IOException {
        access.mustHoldByLaw(by);
        if (file.isEmpty()) {
            throw OfficeRefused.noFile();
        }
        if (file.getSize() > OfficeFile.LARGEST) {
            throw OfficeRefused.file("size");
        }
        int n = keeping.load(file.getBytes(), by);
        redirect.addFlashAttribute("flash", Flash.done("office.loaded", "n", String.valueOf(n)));
        return "redirect:/offices";
    }

    private String put(OfficeForm typed, boolean isNew, Official by, Model model, RedirectAttributes redirect) {
        var problems = keeping.put(typed, isNew, by);
        if (problems.any()) {
            if (SeenMark.changed(problems)) {
                model.addAttribute("now", OfficeForm.of(keeping.now(typed.id(), by)));
            }
            return form(typed, isNew, problems, model);
        }
        redirect.addFlashAttribute("flash", Flash.done("office.written"));
        return "redirect:/offices";
    }

    private String form(OfficeForm typed, boolean isNew, FormProblems problems, Model model) {
        model.addAttribute("form", typed);
        model.addAttribute("isNew", isNew);
        model.addAttribute("laws", keeping.asked());
        model.addAttribute(
                "people",
                keeping.candidates().stream()
                        .map(it -> Choice.of(it.id(), it.name()))
                        .toList());
        model.addAttribute("problems", problems);
        return FORM;
    }
}
