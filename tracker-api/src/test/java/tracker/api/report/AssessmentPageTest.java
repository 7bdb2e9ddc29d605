package tracker.api.report;

import static org.assertj.core.api.Assertions.assertThat;
import static tracker.api.report.Small.figures;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tracker.api.words.Language;
import tracker.streams.domain.Text;
import tracker.streams.domain.event.Assessment.AssessmentKind;
import tracker.streams.domain.plan.WarningRule;
import tracker.streams.domain.rating.Rating;
import tracker.streams.domain.state.Subject.AssessmentState;

/** What a reader gets: whole, in one language, harmless, and printable. */
class AssessmentPageTest {
    private static final String NASTY = "<script>alert(1)</script> \"O'Neill\" & " + "x".repeat(300);

    private final AssessmentPage page = new AssessmentPage();
    private final Example example = Example.threeYears();

    @ParameterizedTest
    @CsvSource({
        "2021-yearly,EN",
        "2023-mid-term,EN",
        "2024-expert-opinion-P12,EN",
        "2021-yearly,ZH",
        "2023-mid-term,ZH",
        "2024-expert-opinion-P12,ZH"
    })
    void everyPageIsWellFormedAndInItsLanguage(String assessment, Language language) {
        AssessmentReport report = example.report(assessment);
        String html = page.render(report, language);

        Parser parser = Parser.htmlParser().setTrackErrors(20);
        Document document = Jsoup.parse(html, "", parser);
        assertThat(parser.getErrors()).isEmpty();
        assertThat(document.selectFirst("html").attr("lang")).isEqualTo(language == Language.ZH ? "zh-CN" : "en");
        assertThat(document.title()).isNotBlank();
        assertThat(document.select("script, link, img, iframe, a, [style], [src], [href]"))
                .isEmpty();
        assertThat(document.body().text())
                .doesNotContain("null", "{{", "}}")
                .doesNotContainPattern("\\b[a-z]+\\.[a-z-]+\\b");
        if (language == Language.EN) {
            // What was written by people is as it was written.
            document.select(".text, .verdict > strong").remove();
            document.select("style").remove();
            assertThat(document.outerHtml()).doesNotContainPattern("\\p{IsHan}");
        }
    }

    @Test
    void namesAndTextsAreTextAndNothingElse() {
        AssessmentState state = Small.assessment(
                AssessmentKind.YEARLY,
                2022,
                40,
                NASTY + "\nsecond line",
                figures(
                        "indicator/I01",
                        Rating.AT_RISK,
                        List.of(WarningRule.BEHIND),
                        "0.357798",
                        "0.399781",
                        "0.894986"));
        Text name = new Text(NASTY, NASTY);
        AssessmentReport report = AssessmentReport.of(state, Small.plan(name, "5000", true), List.of());

        Document document = Jsoup.parse(page.render(report, Language.EN));

        assertThat(document.select("script")).isEmpty();
        assertThat(document.selectFirst("div.text").wholeText()).isEqualTo(NASTY + "\nsecond line");
        assertThat(document.selectFirst("p.plan").text()).isEqualTo(NASTY);
        assertThat(document.title()).contains(NASTY);
        assertThat(document.select(".indicators tbody th").text()).contains(NASTY);
        assertThat(document.select("style").html()).contains("overflow-wrap: anywhere");
    }

    @Test
    void figuresAreShownToOnePlaceAndAmountsWithTheirDigits() {
        AssessmentState state = Small.assessment(
                AssessmentKind.YEARLY,
                2022,
                40,
                "text",
                figures("indicator/I01", Rating.AT_RISK, List.of(), "0.357798", "0.399781", "0.894986"),
                figures("project/P1", Rating.AT_RISK, List.of(), "0.25", "0.399781", "0.625342"));
        AssessmentReport report = AssessmentReport.of(state, Small.plan(Small.NAME, "5000", false), List.of());

        Document document = Jsoup.parse(page.render(report, Language.EN));

        assertThat(document.selectFirst(".indicators tbody tr").text())
                .contains("2820 5000 3600 2022 35.8% 40.0% linear 89.5%", "▲ at risk");
        assertThat(document.selectFirst(".indicators svg").attr("aria-label"))
                .isEqualTo("Completion 35.8%, Expected 40.0%, at risk");
        assertThat(document.selectFirst(".investments tbody tr").text())
                .isEqualTo("Works 100 million CNY 10.50 2.625 25.0%");
        assertThat(document.selectFirst("time").text()).isEqualTo("2021-01-04 09:00:40 +08:00 (Asia/Shanghai)");
        assertThat(document.select(".simulated")).isEmpty();
    }

    @Test
    void aSimulatedPlanIsMarkedOnTheScreenAndOnEverySheet() {
        AssessmentState state = Small.assessment(AssessmentKind.FINAL, 2025, 40, "text");
        AssessmentReport report = AssessmentReport.of(state, Small.plan(Small.NAME, "5000", true), List.of());

        Document zh = Jsoup.parse(page.render(report, Language.ZH));
        Document en = Jsoup.parse(page.render(report, Language.EN));

        assertThat(zh.selectFirst("header > .simulated").text()).startsWith("演示数据");
        assertThat(en.selectFirst("header > .simulated").text()).startsWith("Simulated data");
        assertThat(zh.body().className()).isEqualTo("simulated-zh");
        assertThat(style(zh)).contains("@page simulated-zh", "@page simulated-en");
    }

    @Test
    void thePolicyAllowsTheOneStyleSheetAndNothingElse() throws Exception {
        Document document = Jsoup.parse(page.render(example.report("2021-yearly"), Language.ZH));

        byte[] hash =
                MessageDigest.getInstance("SHA-256").digest(style(document).getBytes(StandardCharsets.UTF_8));
        assertThat(page.policy())
                .startsWith("default-src 'none'; style-src 'sha256-"
                        + Base64.getEncoder().encodeToString(hash) + "'")
                .doesNotContain("unsafe");
        assertThat(document.selectFirst("meta[http-equiv=Content-Security-Policy]")
                        .attr("content"))
                .isEqualTo(page.policy());
        assertThat(style(document)).doesNotContain("url(", "@import");
    }

    @Test
    void itPrintsOnA4() {
        Document document = Jsoup.parse(page.render(example.report("2023-mid-term"), Language.ZH));

        assertThat(style(document))
                .contains(
                        "size: A4",
                        "thead { display: table-header-group; }",
                        "break-inside: avoid",
                        "background: #fff");
        // Colour is never the only sign: each rating has its word.
        assertThat(document.select(".rating"))
                .allSatisfy(rating -> assertThat(rating.ownText()).isNotBlank());
        assertThat(document.select("svg"))
                .allSatisfy(svg -> assertThat(svg.attr("aria-label")).isNotBlank());
        assertThat(document.select("table").size()).isGreaterThan(8);
    }

    private static String style(Document document) {
        Element style = document.selectFirst("style");
        return style.data();
    }
}
