package tracker.streams;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noCodeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;

/** Which room may know which. Each rule says why. */
@AnalyzeClasses(packages = "tracker", importOptions = ImportOption.DoNotIncludeTests.class)
class LayeringTest {
    @ArchTest
    static final ArchRule DOMAIN_IS_PLAIN_JAVA = classes()
            .that()
            .resideInAPackage("tracker.streams.domain..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "tracker.streams.domain..", "ch.obermuhlner.math.big..")
            .because(
                    "the rules must be readable and testable without Kafka, Avro or JSON; a power needs a decimal library");

    @ArchTest
    static final ArchRule CODEC_KNOWS_NO_KAFKA = noClasses()
            .that()
            .resideInAPackage("tracker.streams.codec..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka..", "tracker.streams.topology..", "tracker.streams.runtime..")
            .because("an archive is read and verified where there is no Kafka");

    @ArchTest
    static final ArchRule AUDIT_NEEDS_NOTHING_THAT_RUNS = classes()
            .that()
            .resideInAPackage("tracker.streams.audit..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "org.apache.avro..",
                    "tracker.schemas..",
                    "tracker.streams.audit..",
                    "tracker.streams.codec..",
                    "tracker.streams.domain..")
            .because("an archive is verified offline, by people who run neither Kafka nor the tracker");

    @ArchTest
    static final ArchRule TOPOLOGY_HAS_NO_LIFECYCLE = noClasses()
            .that()
            .resideInAPackage("tracker.streams.topology..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("tracker.streams.runtime..")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("org.apache.kafka.streams.KafkaStreams")
            .because("a topology is run by the test driver just as by the runtime");

    @ArchTest
    static final ArchRule NO_CLOCK_NO_CHANCE = noClasses()
            .that()
            .resideInAnyPackage("tracker.streams.domain..", "tracker.streams.topology..")
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(java.time.LocalDate.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(java.util.UUID.class, "randomUUID")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(java.util.Random.class)
            .because("the same events give the same state on every replay: time and identifiers arrive in the command");

    @ArchTest
    static final ArchRule NO_FLOATING_POINT = noClasses()
            .that()
            .resideInAnyPackage("tracker.streams..")
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(Double.class, Float.class)
            .because("figures are decimals");

    /** The primitive types are no dependencies, and pass the rule above. */
    private static final DescribedPredicate<JavaClass> FLOATING = DescribedPredicate.describe(
            "floating point", type -> Set.of("double", "float", Double.class.getName(), Float.class.getName())
                    .contains(type.getBaseComponentType().getName()));

    private static final String[] EXACT = {
        "tracker.streams.domain..", "tracker.streams.codec..", "tracker.streams.topology.."
    };

    @ArchTest
    static final ArchRule NO_FLOATING_POINT_IS_HELD = noFields()
            .that()
            .areDeclaredInClassesThat()
            .resideInAnyPackage(EXACT)
            .should()
            .haveRawType(FLOATING)
            .because("figures keep the digits that they were sent with");

    @ArchTest
    static final ArchRule NO_FLOATING_POINT_IS_PASSED = noCodeUnits()
            .that()
            .areDeclaredInClassesThat()
            .resideInAnyPackage(EXACT)
            .should()
            .haveRawReturnType(FLOATING)
            .orShould()
            .haveRawParameterTypes(DescribedPredicate.anyElementThat(FLOATING))
            .because("figures keep the digits that they were sent with");
}
