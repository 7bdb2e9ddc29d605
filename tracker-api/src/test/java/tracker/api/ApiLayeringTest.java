package tracker.api;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.fasterxml.jackson.databind.JsonNode;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Error;
import io.micronaut.http.annotation.HttpMethodMapping;
import java.math.BigDecimal;
import tracker.api.access.Needs;
import tracker.streams.domain.Text;

/** Which room of the API may know which, and that no route is without its right. */
@AnalyzeClasses(packages = "tracker.api", importOptions = ImportOption.DoNotIncludeTests.class)
class ApiLayeringTest {
    @ArchTest
    static final ArchRule HTTP_KNOWS_NO_KAFKA = noClasses()
            .that()
            .resideInAPackage("tracker.api.http..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka..", "kafka..", "org.apache.avro..")
            .because("what HTTP says must not depend on how the log is kept");

    @ArchTest
    static final ArchRule NOBODY_BEHIND_HTTP_KNOWS_IT = noClasses()
            .that()
            .resideInAnyPackage(
                    "tracker.api.view..",
                    "tracker.api.command..",
                    "tracker.api.audit..",
                    "tracker.api.export..",
                    "tracker.api.persons..",
                    "tracker.api.blobs..",
                    "tracker.api.webhooks..",
                    "tracker.api.evidence..",
                    "tracker.api.embedded..",
                    "tracker.api.registration..",
                    "tracker.api.bulk..",
                    "tracker.api.demo..",
                    "tracker.api.evidence..",
                    "tracker.api.report..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("tracker.api.http..", "io.micronaut.http..")
            .because("the same queries and commands serve the command line");

    @ArchTest
    static final ArchRule THE_COMMAND_LINE_NEEDS_NOTHING_THAT_RUNS = noClasses()
            .that()
            .resideInAPackage("tracker.api.cli..")
            .should()
            .transitivelyDependOnClassesThat(resideInAnyPackage(
                    "io.micronaut..", "org.apache.kafka..", "kafka..", "tracker.api.http..", "tracker.api.view.."))
            .because(
                    "its jar holds neither Micronaut nor Kafka, and what it verifies it does not take from those who run them");

    @ArchTest
    static final ArchRule NOBODY_NEEDS_THE_COMMAND_LINE = noClasses()
            .that()
            .resideOutsideOfPackage("tracker.api.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("tracker.api.cli..")
            .because("it is a guest of the tracker like any other");

    @ArchTest
    static final ArchRule REPORTS_KNOW_NO_KAFKA = noClasses()
            .that()
            .resideInAPackage("tracker.api.report..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka..", "kafka..", "org.apache.avro..", "tracker.api.view..")
            .because("a report is made of what it is handed, and of nothing else");

    @ArchTest
    static final ArchRule EVIDENCE_KNOWS_NO_LOG = noClasses()
            .that()
            .resideInAPackage("tracker.api.evidence..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.apache.kafka..", "kafka..", "org.apache.avro..", "tracker.api.view..", "tracker.api.command..")
            .because("files are kept beside the log: what the log says of them is their hash");

    @ArchTest
    static final ArchRule WEBHOOKS_KNOW_THEIR_TOPIC_AT_ONE_PLACE = noClasses()
            .that()
            .resideInAPackage("tracker.api.webhooks..")
            .and()
            .resideOutsideOfPackage("tracker.api.webhooks.log..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka..", "tracker.streams.runtime..", "tracker.streams.topology..")
            .because("what is kept of webhooks are rows, wherever they lie");

    @ArchTest
    static final ArchRule WHAT_TO_DO_WITH_A_MESSAGE_IS_DECIDED_PURELY = classes()
            .that()
            .resideInAPackage("tracker.api.webhooks.rules..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                    "java..",
                    "javax.crypto..",
                    "io.github.resilience4j.core..",
                    "tracker.streams.domain..",
                    "tracker.api.webhooks.rules.."))
            .because("signatures, pauses, addresses and verdicts are tried without a network or a log");

    @ArchTest
    static final ArchRule ONE_CLASS_KNOWS_S3 = noClasses()
            .that()
            .haveNameNotMatching(".*\\.S3BlobStore(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("software.amazon..")
            .because("where files are kept is a setting");

    @ArchTest
    static final ArchRule ONE_ROOM_KNOWS_OPENTELEMETRY = noClasses()
            .that()
            .resideOutsideOfPackage("tracker.api.traces..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.opentelemetry..")
            .because("where no traces are wanted nothing of it is loaded");

    @ArchTest
    static final ArchRule TABLES_KNOW_NOTHING_OF_PLANS = classes()
            .that()
            .resideInAPackage("tracker.api.tables..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                            "java..",
                            "javax.xml.stream..",
                            "org.apache.commons..",
                            "org.dhatim.fastexcel..",
                            "tracker.api.tables..")
                    .or(type(Text.class)))
            .because("what a file holds is one question, and what it means another");

    @ArchTest
    static final ArchRule FIGURES_ARE_NEVER_FLOATING_POINT = noClasses()
            .that()
            .resideInAnyPackage(
                    "tracker.api.http..",
                    "tracker.api.bulk..",
                    "tracker.api.tables..",
                    "tracker.api.registration..",
                    "tracker.api.view..",
                    "tracker.api.report..",
                    "tracker.api.demo..")
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(Double.class, Float.class)
            .orShould()
            .callMethod(BigDecimal.class, "doubleValue")
            .orShould()
            .callMethod(JsonNode.class, "doubleValue")
            .orShould()
            .callMethod(JsonNode.class, "asDouble")
            .because("a figure keeps the digits that it was sent with, from the request to the page");

    @ArchTest
    static final ArchRule EVERY_ROUTE_NAMES_ITS_RIGHT = methods()
            .that(new DescribedPredicate<JavaMethod>("are routes") {
                @Override
                public boolean test(JavaMethod method) {
                    return method.getOwner().isAnnotatedWith(Controller.class)
                            && method.isMetaAnnotatedWith(HttpMethodMapping.class)
                            && !method.isAnnotatedWith(Error.class);
                }
            })
            .should(new ArchCondition<JavaMethod>("need a right") {
                @Override
                public void check(JavaMethod method, ConditionEvents events) {
                    boolean named = method.isAnnotatedWith(Needs.class)
                            || method.getOwner().isAnnotatedWith(Needs.class);
                    events.add(new SimpleConditionEvent(method, named, method.getFullName()));
                }
            })
            .because("a route without one is open to nobody, and then what is it for");
}
