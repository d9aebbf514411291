CREATE TABLE dataset (
    only SMALLINT NOT NULL CONSTRAINT ck_dataset_one CHECK ("only" = 1),
    title TEXT NOT NULL,
    kind TEXT NOT NULL CONSTRAINT ck_dataset_kind_known CHECK ("kind" IN ('public-record', 'operational', 'synthetic')),
    as_of DATE NOT NULL,
    launched_first DATE,
    launched_last DATE,
    launched_precision TEXT,
    publisher TEXT,
    contact TEXT,
    acknowledgement TEXT,
    copyright TEXT,
    version TEXT NOT NULL,
    CONSTRAINT pk_dataset PRIMARY KEY (only),
    CONSTRAINT ck_dataset_launched_whole CHECK ((launched_first IS NULL AND launched_last IS NULL AND launched_precision IS NULL) OR (launched_first <= launched_last AND launched_precision IN ('year', 'month', 'day')))
);

CREATE TABLE sources (
    id TEXT NOT NULL,
    "row" INTEGER NOT NULL,
    title TEXT NOT NULL,
    publisher TEXT,
    url TEXT,
    published_first DATE,
    published_last DATE,
    published_precision TEXT,
    note TEXT,
    CONSTRAINT pk_sources PRIMARY KEY (id),
    CONSTRAINT ck_sources_published_whole CHECK ((published_first IS NULL AND published_last IS NULL AND published_precision IS NULL) OR (published_first <= published_last AND published_precision IN ('year', 'month', 'day')))
);

CREATE TABLE organisations (
    id TEXT NOT NULL,
    "row" INTEGER NOT NULL,
    name TEXT NOT NULL,
    short_name TEXT,
    note TEXT,
    bit BIGINT NOT NULL,
    CONSTRAINT pk_organisations PRIMARY KEY (id)
);

CREATE TABLE themes (
    id TEXT NOT NULL,
    "row" INTEGER NOT NULL,
    label TEXT NOT NULL,
    priority TEXT,
    "order" INTEGER NOT NULL,
    bit BIGINT NOT NULL,
    CONSTRAINT pk_themes PRIMARY KEY (id)
);

CREATE TABLE cities (
    id TEXT NOT NULL,
    "row" INTEGER NOT NULL,
    name TEXT NOT NULL,
    local_name TEXT,
    country TEXT NOT NULL CONSTRAINT ck_cities_country_known CHECK ("country" IN ('AL', 'BA', 'XK', 'ME', 'MK', 'RS')),
    latitude DOUBLE NOT NULL,
    longitude DOUBLE NOT NULL,
    geonames_id BIGINT,
    membership TEXT NOT NULL CONSTRAINT ck_cities_membership_known CHECK ("membership" IN ('member', 'participant', 'former')),
    joined_first DATE,
    joined_last DATE,
    joined_precision TEXT,
    note TEXT,
    country_bits SMALLINT NOT NULL,
    CONSTRAINT pk_cities PRIMARY KEY (id),
    CONSTRAINT ck_cities_joined_whole CHECK ((joined_first IS NULL AND joined_last IS NULL AND joined_precision IS NULL) OR (joined_first <= joined_last AND joined_precision IN ('year', 'month', 'day'))),
    CONSTRAINT ck_cities_latitude_on_earth CHECK (latitude BETWEEN -90 AND 90),
    CONSTRAINT ck_cities_longitude_on_earth CHECK (longitude BETWEEN -180 AND 180)
);

CREATE TABLE support (
    id TEXT NOT NULL,
    "row" INTEGER NOT NULL,
    title TEXT NOT NULL,
    programme TEXT NOT NULL CONSTRAINT ck_support_programme_known CHECK ("programme" IN ('hub', 'earlier')),
    beneficiary TEXT NOT NULL,
    beneficiary_kind TEXT NOT NULL CONSTRAINT ck_support_beneficiary_kind_known CHECK ("beneficiary_kind" IN ('city', 'city-group', 'national-body', 'entity-government', 'organisation', 'delegation')),
    status TEXT NOT NULL CONSTRAINT ck_support_status_known CHECK ("status" IN ('requested', 'agreed', 'in-progress', 'delivered', 'declined')),
    requested_first DATE,
    requested_last DATE,
    requested_precision TEXT,
    started_first DATE,
    started_last DATE,
    started_precision TEXT,
    completed_first DATE,
    completed_last DATE,
    completed_precision TEXT,
    due_first DATE,
    due_last DATE,
    due_precision TEXT,
    amount NUMERIC(18, 4),
    currency TEXT,
    outcome TEXT,
    review TEXT NOT NULL CONSTRAINT ck_support_review_known CHECK ("review" IN ('draft', 'approved')),
    note TEXT,
    country_bits SMALLINT NOT NULL,
    first_day DATE,
    last_day DATE,
    city_bits SMALLINT NOT NULL,
    opened_first DATE,
    opened_last DATE,
    CONSTRAINT pk_support PRIMARY KEY (id),
    CONSTRAINT ck_support_requested_whole CHECK ((requested_first IS NULL AND requested_last IS NULL AND requested_precision IS NULL) OR (requested_first <= requested_last AND requested_precision IN ('year', 'month', 'day'))),
    CONSTRAINT ck_support_started_whole CHECK ((started_first IS NULL AND started_last IS NULL AND started_precision IS NULL) OR (started_first <= started_last AND started_precision IN ('year', 'month', 'day'))),
    CONSTRAINT ck_support_completed_whole CHECK ((completed_first IS NULL AND completed_last IS NULL AND completed_precision IS NULL) OR (completed_first <= completed_last AND completed_precision IN ('year', 'month', 'day'))),
    CONSTRAINT ck_support_due_whole CHECK ((due_first IS NULL AND due_last IS NULL AND due_precision IS NULL) OR (due_first <= due_last AND due_precision IN ('year', 'month', 'day'))),
    CONSTRAINT ck_support_amount_has_currency CHECK (amount IS NULL OR (amount >= 0 AND currency IS NOT NULL))
);

CREATE INDEX ix_support_selection ON support (review, programme, status, first_day, last_day, country_bits, city_bits, id);

CREATE TABLE outputs (
    id TEXT NOT NULL,
    "row" INTEGER NOT NULL,
    title TEXT NOT NULL,
    programme TEXT NOT NULL CONSTRAINT ck_outputs_programme_known CHECK ("programme" IN ('hub', 'earlier')),
    kind TEXT NOT NULL CONSTRAINT ck_outputs_kind_known CHECK ("kind" IN ('legal-framework', 'declaration', 'guide', 'report', 'strategy')),
    date_first DATE,
    date_last DATE,
    date_precision TEXT,
    country TEXT CONSTRAINT ck_outputs_country_known CHECK ("country" IN ('AL', 'BA', 'XK', 'ME', 'MK', 'RS')),
    summary TEXT,
    note TEXT,
    country_bits SMALLINT NOT NULL,
    first_day DATE,
    last_day DATE,
    CONSTRAINT pk_outputs PRIMARY KEY (id),
    CONSTRAINT ck_outputs_date_whole CHECK ((date_first IS NULL AND date_last IS NULL AND date_precision IS NULL) OR (date_first <= date_last AND date_precision IN ('year', 'month', 'day')))
);

CREATE TABLE indicators (
    id TEXT NOT NULL,
    "row" INTEGER NOT NULL,
    title TEXT NOT NULL,
    definition TEXT NOT NULL,
    level TEXT NOT NULL CONSTRAINT ck_indicators_level_known CHECK ("level" IN ('output', 'outcome', 'impact')),
    unit TEXT NOT NULL CONSTRAINT ck_indicators_unit_known CHECK ("unit" IN ('people', 'attendances', 'cities', 'activities', 'support', 'outputs', 'percent')),
    rule TEXT NOT NULL CONSTRAINT ck_indicators_rule_known CHECK ("rule" IN ('member-cities', 'cities-engaged', 'activities-held', 'attendances', 'people-engaged', 'mayors-engaged', 'women-share', 'support-delivered', 'support-open', 'cities-supported', 'follow-through', 'outputs', 'published')),
    direction TEXT NOT NULL CONSTRAINT ck_indicators_direction_known CHECK ("direction" IN ('up', 'down')),
    frequency TEXT CONSTRAINT ck_indicators_frequency_known CHECK ("frequency" IN ('monthly', 'quarterly', 'half-yearly', 'yearly')),
    verification TEXT,
    "order" INTEGER NOT NULL,
    headline BOOLEAN NOT NULL,
    CONSTRAINT pk_indicators PRIMARY KEY (id)
);

CREATE TABLE activity_months (
    programme TEXT NOT NULL,
    place SMALLINT NOT NULL,
    slot INTEGER NOT NULL,
    ending INTEGER NOT NULL,
    kind TEXT NOT NULL,
    first_day DATE,
    last_day DATE,
    records INTEGER NOT NULL,
    naming_city INTEGER NOT NULL,
    tellable INTEGER NOT NULL,
    followed INTEGER NOT NULL,
    with_people INTEGER NOT NULL,
    all_usable INTEGER NOT NULL,
    all_sum INTEGER NOT NULL,
    all_largest INTEGER NOT NULL,
    all_is_rough INTEGER NOT NULL,
    all_head_counts INTEGER NOT NULL,
    mayor_usable INTEGER NOT NULL,
    mayor_sum INTEGER NOT NULL,
    mayor_largest INTEGER NOT NULL,
    mayor_is_rough INTEGER NOT NULL,
    mayor_head_counts INTEGER NOT NULL,
    female INTEGER NOT NULL,
    gendered INTEGER NOT NULL,
    ungendered INTEGER NOT NULL,
    CONSTRAINT pk_activity_months PRIMARY KEY (programme, place, slot, ending)
)
 WITHOUT ROWID;

CREATE TABLE quality_months (
    programme TEXT NOT NULL,
    place SMALLINT NOT NULL,
    slot INTEGER NOT NULL,
    ending INTEGER NOT NULL,
    kind TEXT NOT NULL,
    first_day DATE,
    last_day DATE,
    records INTEGER NOT NULL,
    approved INTEGER NOT NULL,
    dated INTEGER NOT NULL,
    held INTEGER NOT NULL,
    undated INTEGER NOT NULL,
    imprecise INTEGER NOT NULL,
    no_head_count INTEGER NOT NULL,
    no_source INTEGER NOT NULL,
    drafts INTEGER NOT NULL,
    rows INTEGER NOT NULL,
    rough INTEGER NOT NULL,
    gender_unspecified INTEGER NOT NULL,
    CONSTRAINT pk_quality_months PRIMARY KEY (programme, place, slot, ending)
)
 WITHOUT ROWID;

CREATE TABLE support_months (
    programme TEXT NOT NULL,
    place SMALLINT NOT NULL,
    status TEXT NOT NULL,
    beginning INTEGER NOT NULL,
    ending INTEGER NOT NULL,
    first_day DATE,
    last_day DATE,
    records INTEGER NOT NULL,
    naming_city INTEGER NOT NULL,
    rows INTEGER NOT NULL,
    dated INTEGER NOT NULL,
    undated INTEGER NOT NULL,
    imprecise INTEGER NOT NULL,
    no_source INTEGER NOT NULL,
    drafts INTEGER NOT NULL,
    CONSTRAINT pk_support_months PRIMARY KEY (programme, place, status, beginning, ending)
)
 WITHOUT ROWID;

CREATE TABLE activities (
    id TEXT NOT NULL,
    "row" INTEGER NOT NULL,
    title TEXT NOT NULL,
    kind TEXT NOT NULL CONSTRAINT ck_activities_kind_known CHECK ("kind" IN ('workshop', 'summit', 'roundtable', 'exchange', 'training', 'consultation', 'launch', 'side-event', 'partner-event')),
    start_first DATE,
    start_last DATE,
    start_precision TEXT,
    end_first DATE,
    end_last DATE,
    end_precision TEXT,
    programme TEXT NOT NULL CONSTRAINT ck_activities_programme_known CHECK ("programme" IN ('hub', 'earlier')),
    reach TEXT NOT NULL CONSTRAINT ck_activities_reach_known CHECK ("reach" IN ('city', 'country', 'region', 'global')),
    place TEXT,
    place_country TEXT,
    host_city TEXT,
    delivery TEXT NOT NULL CONSTRAINT ck_activities_delivery_known CHECK ("delivery" IN ('hub', 'partner', 'joint')),
    status TEXT NOT NULL CONSTRAINT ck_activities_status_known CHECK ("status" IN ('planned', 'held', 'postponed', 'cancelled')),
    review TEXT NOT NULL CONSTRAINT ck_activities_review_known CHECK ("review" IN ('draft', 'approved')),
    summary TEXT,
    note TEXT,
    country_bits SMALLINT NOT NULL,
    first_day DATE,
    last_day DATE,
    city_bits SMALLINT NOT NULL,
    only_city TEXT,
    has_participants BOOLEAN NOT NULL,
    followed_up BOOLEAN NOT NULL,
    theme_bits BIGINT NOT NULL,
    funder_bits BIGINT NOT NULL,
    CONSTRAINT pk_activities PRIMARY KEY (id),
    CONSTRAINT ck_activities_start_whole CHECK ((start_first IS NULL AND start_last IS NULL AND start_precision IS NULL) OR (start_first <= start_last AND start_precision IN ('year', 'month', 'day'))),
    CONSTRAINT ck_activities_end_whole CHECK ((end_first IS NULL AND end_last IS NULL AND end_precision IS NULL) OR (end_first <= end_last AND end_precision IN ('year', 'month', 'day'))),
    CONSTRAINT fk_activities_host_city FOREIGN KEY(host_city) REFERENCES cities (id),
    CONSTRAINT fk_activities_only_city FOREIGN KEY(only_city) REFERENCES cities (id)
);

CREATE INDEX ix_activities_host_city ON activities (host_city);

CREATE INDEX ix_activities_selection ON activities (review, programme, status, kind, first_day);

CREATE TABLE practices (
    id TEXT NOT NULL,
    "row" INTEGER NOT NULL,
    title TEXT NOT NULL,
    city TEXT,
    summary TEXT,
    note TEXT,
    country_bits SMALLINT NOT NULL,
    CONSTRAINT pk_practices PRIMARY KEY (id),
    CONSTRAINT fk_practices_city FOREIGN KEY(city) REFERENCES cities (id)
);

CREATE TABLE voices (
    id TEXT NOT NULL,
    "row" INTEGER NOT NULL,
    text TEXT NOT NULL,
    speaker TEXT NOT NULL,
    role TEXT NOT NULL,
    city TEXT,
    country TEXT CONSTRAINT ck_voices_country_known CHECK ("country" IN ('AL', 'BA', 'XK', 'ME', 'MK', 'RS')),
    said_first DATE,
    said_last DATE,
    said_precision TEXT,
    consent TEXT NOT NULL CONSTRAINT ck_voices_consent_known CHECK ("consent" IN ('published', 'granted')),
    country_bits SMALLINT NOT NULL,
    first_day DATE,
    last_day DATE,
    CONSTRAINT pk_voices PRIMARY KEY (id),
    CONSTRAINT ck_voices_said_whole CHECK ((said_first IS NULL AND said_last IS NULL AND said_precision IS NULL) OR (said_first <= said_last AND said_precision IN ('year', 'month', 'day'))),
    CONSTRAINT fk_voices_city FOREIGN KEY(city) REFERENCES cities (id)
);

CREATE TABLE targets (
    "row" INTEGER NOT NULL,
    indicator TEXT NOT NULL,
    country TEXT CONSTRAINT ck_targets_country_known CHECK ("country" IN ('AL', 'BA', 'XK', 'ME', 'MK', 'RS')),
    start DATE NOT NULL,
    "end" DATE NOT NULL,
    value DOUBLE NOT NULL,
    kind TEXT NOT NULL CONSTRAINT ck_targets_kind_known CHECK ("kind" IN ('incremental', 'cumulative')),
    baseline DOUBLE,
    baseline_date_first DATE,
    baseline_date_last DATE,
    baseline_date_precision TEXT,
    funder TEXT,
    CONSTRAINT pk_targets PRIMARY KEY ("row"),
    CONSTRAINT ck_targets_baseline_date_whole CHECK ((baseline_date_first IS NULL AND baseline_date_last IS NULL AND baseline_date_precision IS NULL) OR (baseline_date_first <= baseline_date_last AND baseline_date_precision IN ('year', 'month', 'day'))),
    CONSTRAINT ck_targets_start_before_end CHECK ("start" <= "end"),
    CONSTRAINT fk_targets_indicator FOREIGN KEY(indicator) REFERENCES indicators (id),
    CONSTRAINT fk_targets_funder FOREIGN KEY(funder) REFERENCES organisations (id)
);

CREATE TABLE published_figures (
    id TEXT NOT NULL,
    "row" INTEGER NOT NULL,
    indicator TEXT NOT NULL,
    country TEXT CONSTRAINT ck_published_figures_country_known CHECK ("country" IN ('AL', 'BA', 'XK', 'ME', 'MK', 'RS')),
    as_of_first DATE,
    as_of_last DATE,
    as_of_precision TEXT,
    value DOUBLE,
    status TEXT NOT NULL CONSTRAINT ck_published_figures_status_known CHECK ("status" IN ('exact', 'at-least', 'missing')),
    as_published TEXT,
    note TEXT,
    CONSTRAINT pk_published_figures PRIMARY KEY (id),
    CONSTRAINT ck_published_figures_as_of_whole CHECK ((as_of_first IS NULL AND as_of_last IS NULL AND as_of_precision IS NULL) OR (as_of_first <= as_of_last AND as_of_precision IN ('year', 'month', 'day'))),
    CONSTRAINT ck_published_figures_missing_has_no_value CHECK ((value IS NULL) = (status = 'missing')),
    CONSTRAINT fk_published_figures_indicator FOREIGN KEY(indicator) REFERENCES indicators (id)
);

CREATE TABLE cities_sources (
    record TEXT NOT NULL,
    value TEXT NOT NULL,
    place SMALLINT NOT NULL,
    CONSTRAINT pk_cities_sources PRIMARY KEY (record, value),
    CONSTRAINT fk_cities_sources_record FOREIGN KEY(record) REFERENCES cities (id) ON DELETE CASCADE,
    CONSTRAINT fk_cities_sources_value FOREIGN KEY(value) REFERENCES sources (id)
)
 WITHOUT ROWID;

CREATE UNIQUE INDEX ix_cities_sources_value_record ON cities_sources (value, record);

CREATE TABLE support_channels (
    record TEXT NOT NULL,
    value TEXT NOT NULL CONSTRAINT ck_support_channels_value_known CHECK ("value" IN ('technical-support-fund', 'hub-guidance', 'peer-learning', 'expert-pool', 'event-participation', 'training', 'evaluation', 'grant', 'policy-input')),
    place SMALLINT NOT NULL,
    CONSTRAINT pk_support_channels PRIMARY KEY (record, value),
    CONSTRAINT fk_support_channels_record FOREIGN KEY(record) REFERENCES support (id) ON DELETE CASCADE
)
 WITHOUT ROWID;

CREATE UNIQUE INDEX ix_support_channels_value_record ON support_channels (value, record);

CREATE TABLE support_cities (
    record TEXT NOT NULL,
    value TEXT NOT NULL,
    place SMALLINT NOT NULL,
    CONSTRAINT pk_support_cities PRIMARY KEY (record, value),
    CONSTRAINT fk_support_cities_record FOREIGN KEY(record) REFERENCES support (id) ON DELETE CASCADE,
    CONSTRAINT fk_support_cities_value FOREIGN KEY(value) REFERENCES cities (id)
)
 WITHOUT ROWID;

CREATE UNIQUE INDEX ix_support_cities_value_record ON support_cities (value, record);

CREATE TABLE support_countries (
    record TEXT NOT NULL,
    value TEXT NOT NULL CONSTRAINT ck_support_countries_value_known CHECK ("value" IN ('AL', 'BA', 'XK', 'ME', 'MK', 'RS')),
    place SMALLINT NOT NULL,
    CONSTRAINT pk_support_countries PRIMARY KEY (record, value),
    CONSTRAINT fk_support_countries_record FOREIGN KEY(record) REFERENCES support (id) ON DELETE CASCADE
)
 WITHOUT ROWID;

CREATE UNIQUE INDEX ix_support_countries_value_record ON support_countries (value, record);

CREATE TABLE support_providers (
    record TEXT NOT NULL,
    value TEXT NOT NULL,
    place SMALLINT NOT NULL,
    CONSTRAINT pk_support_providers PRIMARY KEY (record, value),
    CONSTRAINT fk_support_providers_record FOREIGN KEY(record) REFERENCES support (id) ON DELETE CASCADE,
    CONSTRAINT fk_support_providers_value FOREIGN KEY(value) REFERENCES cities (id)
)
 WITHOUT ROWID;

CREATE UNIQUE INDEX ix_support_providers_value_record ON support_providers (value, record);

CREATE TABLE support_themes (
    record TEXT NOT NULL,
    value TEXT NOT NULL,
    place SMALLINT NOT NULL,
    CONSTRAINT pk_support_themes PRIMARY KEY (record, value),
    CONSTRAINT fk_support_themes_record FOREIGN KEY(record) REFERENCES support (id) ON DELETE CASCADE,
    CONSTRAINT fk_support_themes_value FOREIGN KEY(value) REFERENCES themes (id)
)
 WITHOUT ROWID;

CREATE UNIQUE INDEX ix_support_themes_value_record ON support_themes (value, record);

CREATE TABLE support_funders (
    record TEXT NOT NULL,
    value TEXT NOT NULL,
    place SMALLINT NOT NULL,
    CONSTRAINT pk_support_funders PRIMARY KEY (record, value),
    CONSTRAINT fk_support_funders_record FOREIGN KEY(record) REFERENCES support (id) ON DELETE CASCADE,
    CONSTRAINT fk_support_funders_value FOREIGN KEY(value) REFERENCES organisations (id)
)
 WITHOUT ROWID;

CREATE UNIQUE INDEX ix_support_funders_value_record ON support_funders (value, record);

CREATE TABLE support_sources (
    record TEXT NOT NULL,
    value TEXT NOT NULL,
    place SMALLINT NOT NULL,
    CONSTRAINT pk_support_sources PRIMARY KEY (record, value),
    CONSTRAINT fk_support_sources_record FOREIGN KEY(record) REFERENCES support (id) ON DELETE CASCADE,
    CONSTRAINT fk_support_sources_value FOREIGN KEY(value) REFERENCES sources (id)
)
 WITHOUT ROWID;

CREATE UNIQUE INDEX ix_support_sources_value_record ON support_sources (value, record);

CREATE TABLE outputs_cities (
    record TEXT NOT NULL,
    value TEXT NOT NULL,
    place SMALLINT NOT NULL,
    CONSTRAINT pk_outputs_cities PRIMARY KEY (record, value),
    CONSTRAINT fk_outputs_cities_record FOREIGN KEY(record) REFERENCES outputs (id) ON DELETE CASCADE,
    CONSTRAINT fk_outputs_cities_value FOREIGN KEY(value) REFERENCES cities (id)
)
 WITHOUT ROWID;

CREATE UNIQUE INDEX ix_outputs_cities_value_record ON outputs_cities (value, record);

CREATE TABLE outputs_sources (
    record TEXT NOT NULL,
    value TEXT NOT NULL,
    place SMALLINT NOT NULL,
    CONSTRAINT pk_outputs_sources PRIMARY KEY (record, value),
    CONSTRAINT fk_outputs_sources_record FOREIGN KEY(record) REFERENCES outputs (id) ON DELETE CASCADE,
    CONSTRAINT fk_outputs_sources_value FOREIGN KEY(value) REFERENCES sources (id)
)
 WITHOUT ROWID;

CREATE UNIQUE INDEX ix_outputs_sources_value_record ON outputs_sources (value, record);

CREATE TABLE indicators_kinds (
    record TEXT NOT NULL,
    value TEXT NOT NULL CONSTRAINT ck_indicators_kinds_value_known CHECK ("value" IN ('workshop', 'summit', 'roundtable', 'exchange', 'training', 'consultation', 'launch', 'side-event', 'partner-event')),
    place SMALLINT NOT NULL,
    CONSTRAINT pk_indicators_kinds PRIMARY KEY (record, value),
    CONSTRAINT fk_indicators_kinds_record FOREIGN KEY(record) REFERENCES indicators (id) ON DELETE CASCADE
)
 WITHOUT ROWID;

CREATE UNIQUE INDEX ix_indicators_kinds_value_record ON indicators_kinds (value, record);

CREATE TABLE indicators_sources (
    record TEXT NOT NULL,
    value TEXT NOT NULL,
    place SMALLINT NOT NULL,
    CONSTRAINT pk_indicators_sources PRIMARY KEY (record, value),
    CONSTRAINT fk_indicators_sources_record FOREIGN KEY(record) REFERENCES indicators (id) ON DELETE CASCADE,
    CONSTRAINT fk_indicators_sources_value FOREIGN KEY(value) REFERENCES sources (id)
)
 WITHOUT ROWID;

CREATE UNIQUE INDEX ix_indicators_sources_value_record ON indicators_sources (value, record);

CREATE TABLE source_uses (
    source TEXT NOT NULL,
    sheet TEXT NOT NULL,
    records INTEGER NOT NULL,
    CONSTRAINT pk_source_uses PRIMARY KEY (source, sheet),
    CONSTRAINT fk_source_uses_source FOREIGN KEY(source) REFERENCES sources (id)
)
 WITHOUT ROWID;

CREATE TABLE attendance (
    "row" INTEGER NOT NULL,
    activity TEXT NOT NULL,
    "group" TEXT NOT NULL CONSTRAINT ck_attendance_group_known CHECK ("group" IN ('mayors-local-leaders', 'municipal-officials', 'national-officials', 'civil-society', 'youth', 'practitioners', 'unspecified')),
    gender TEXT NOT NULL CONSTRAINT ck_attendance_gender_known CHECK ("gender" IN ('female', 'male', 'other', 'unspecified')),
    country TEXT CONSTRAINT ck_attendance_country_known CHECK ("country" IN ('AL', 'BA', 'XK', 'ME', 'MK', 'RS')),
    count INTEGER NOT NULL CONSTRAINT ck_attendance_count_not_negative CHECK ("count" >= 0),
    basis TEXT NOT NULL CONSTRAINT ck_attendance_basis_known CHECK ("basis" IN ('exact', 'at-least', 'estimate')),
    scope TEXT NOT NULL CONSTRAINT ck_attendance_scope_known CHECK ("scope" IN ('region', 'all')),
    note TEXT,
    country_bits SMALLINT NOT NULL,
    CONSTRAINT pk_attendance PRIMARY KEY ("row"),
    CONSTRAINT fk_attendance_activity FOREIGN KEY(activity) REFERENCES activities (id)
);

CREATE INDEX ix_attendance_activity ON attendance (activity, scope);

CREATE TABLE participants (
    "row" INTEGER NOT NULL,
    activity TEXT NOT NULL,
    person TEXT NOT NULL,
    "group" TEXT NOT NULL CONSTRAINT ck_participants_group_known CHECK ("group" IN ('mayors-local-leaders', 'municipal-officials', 'national-officials', 'civil-society', 'youth', 'practitioners', 'unspecified')),
    gender TEXT NOT NULL CONSTRAINT ck_participants_gender_known CHECK ("gender" IN ('female', 'male', 'other', 'unspecified')),
    country TEXT CONSTRAINT ck_participants_country_known CHECK ("country" IN ('AL', 'BA', 'XK', 'ME', 'MK', 'RS')),
    city TEXT,
    country_bits SMALLINT NOT NULL,
    CONSTRAINT pk_participants PRIMARY KEY (activity, person),
    CONSTRAINT fk_participants_activity FOREIGN KEY(activity) REFERENCES activities (id),
    CONSTRAINT fk_participants_city FOREIGN KEY(city) REFERENCES cities (id)
)
 WITHOUT ROWID;

CREATE TABLE needs (
    id TEXT NOT NULL,
    "row" INTEGER NOT NULL,
    statement TEXT NOT NULL,
    kind TEXT NOT NULL CONSTRAINT ck_needs_kind_known CHECK ("kind" IN ('need', 'concern', 'barrier')),
    theme TEXT,
    city TEXT,
    country TEXT CONSTRAINT ck_needs_country_known CHECK ("country" IN ('AL', 'BA', 'XK', 'ME', 'MK', 'RS')),
    raised_first DATE,
    raised_last DATE,
    raised_precision TEXT,
    activity TEXT,
    status TEXT NOT NULL CONSTRAINT ck_needs_status_known CHECK ("status" IN ('open', 'being-addressed', 'addressed', 'unknown')),
    note TEXT,
    country_bits SMALLINT NOT NULL,
    first_day DATE,
    last_day DATE,
    CONSTRAINT pk_needs PRIMARY KEY (id),
    CONSTRAINT ck_needs_raised_whole CHECK ((raised_first IS NULL AND raised_last IS NULL AND raised_precision IS NULL) OR (raised_first <= raised_last AND raised_precision IN ('year', 'month', 'day'))),
    CONSTRAINT fk_needs_theme FOREIGN KEY(theme) REFERENCES themes (id),
    CONSTRAINT fk_needs_city FOREIGN KEY(city) REFERENCES cities (id),
    CONSTRAINT fk_needs_activity FOREIGN KEY(activity) REFERENCES activities (id)
);

CREATE TABLE notes (
    id TEXT NOT NULL,
    "row" INTEGER NOT NULL,
    date_first DATE NOT NULL,
    date_last DATE NOT NULL,
    date_precision TEXT NOT NULL,
    text TEXT NOT NULL,
    country TEXT CONSTRAINT ck_notes_country_known CHECK ("country" IN ('AL', 'BA', 'XK', 'ME', 'MK', 'RS')),
    activity TEXT,
    indicator TEXT,
    CONSTRAINT pk_notes PRIMARY KEY (id),
    CONSTRAINT ck_notes_date_whole CHECK ((date_first IS NULL AND date_last IS NULL AND date_precision IS NULL) OR (date_first <= date_last AND date_precision IN ('year', 'month', 'day'))),
    CONSTRAINT fk_notes_activity FOREIGN KEY(activity) REFERENCES activities (id),
    CONSTRAINT fk_notes_indicator FOREIGN KEY(indicator) REFERENCES indicators (id)
);

CREATE TABLE activities_cities (
    record TEXT NOT NULL,
    value TEXT NOT NULL,
    place SMALLINT NOT NULL,
    CONSTRAINT pk_activities_cities PRIMARY KEY (record, value),
    CONSTRAINT fk_activities_cities_record FOREIGN KEY(record) REFERENCES activities (id) ON DELETE CASCADE,
    CONSTRAINT fk_activities_cities_value FOREIGN KEY(value) REFERENCES cities (id)
)
 WITHOUT ROWID;

CREATE UNIQUE INDEX ix_activities_cities_value_record ON activities_cities (value, record);

CREATE TABLE activities_countries (
    record TEXT NOT NULL,
    value TEXT NOT NULL CONSTRAINT ck_activities_countries_value_known CHECK ("value" IN ('AL', 'BA', 'XK', 'ME', 'MK', 'RS')),
    place SMALLINT NOT NULL,
    CONSTRAINT pk_activities_countries PRIMARY KEY (record, value),
    CONSTRAINT fk_activities_countries_record FOREIGN KEY(record) REFERENCES activities (id) ON DELETE CASCADE
)
 WITHOUT ROWID;

CREATE UNIQUE INDEX ix_activities_countries_value_record ON activities_countries (value, record);

CREATE TABLE activities_themes (
    record TEXT NOT NULL,
    value TEXT NOT NULL,
    place SMALLINT NOT NULL,
    CONSTRAINT pk_activities_themes PRIMARY KEY (record, value),
    CONSTRAINT fk_activities_themes_record FOREIGN KEY(record) REFERENCES activities (id) ON DELETE CASCADE,
    CONSTRAINT fk_activities_themes_value FOREIGN KEY(value) REFERENCES themes (id)
)
 WITHOUT ROWID;

CREATE UNIQUE INDEX ix_activities_themes_value_record ON activities_themes (value, record);

CREATE TABLE activities_funders (
    record TEXT NOT NULL,
    value TEXT NOT NULL,
    place SMALLINT NOT NULL,
    CONSTRAINT pk_activities_funders PRIMARY KEY (record, value),
    CONSTRAINT fk_activities_funders_record FOREIGN KEY(record) REFERENCES activities (id) ON DELETE CASCADE,
    CONSTRAINT fk_activities_funders_value FOREIGN KEY(value) REFERENCES organisations (id)
)
 WITHOUT ROWID;

CREATE UNIQUE INDEX ix_activities_funders_value_record ON activities_funders (value, record);

CREATE TABLE activities_partners (
    record TEXT NOT NULL,
    value TEXT NOT NULL,
    place SMALLINT NOT NULL,
    CONSTRAINT pk_activities_partners PRIMARY KEY (record, value),
    CONSTRAINT fk_activities_partners_record FOREIGN KEY(record) REFERENCES activities (id) ON DELETE CASCADE,
    CONSTRAINT fk_activities_partners_value FOREIGN KEY(value) REFERENCES organisations (id)
)
 WITHOUT ROWID;

CREATE UNIQUE INDEX ix_activities_partners_value_record ON activities_partners (value, record);

CREATE TABLE activities_sources (
    record TEXT NOT NULL,
    value TEXT NOT NULL,
    place SMALLINT NOT NULL,
    CONSTRAINT pk_activities_sources PRIMARY KEY (record, value),
    CONSTRAINT fk_activities_sources_record FOREIGN KEY(record) REFERENCES activities (id) ON DELETE CASCADE,
    CONSTRAINT fk_activities_sources_value FOREIGN KEY(value) REFERENCES sources (id)
)
 WITHOUT ROWID;

CREATE UNIQUE INDEX ix_activities_sources_value_record ON activities_sources (value, record);

CREATE TABLE support_arose_from (
    record TEXT NOT NULL,
    value TEXT NOT NULL,
    place SMALLINT NOT NULL,
    CONSTRAINT pk_support_arose_from PRIMARY KEY (record, value),
    CONSTRAINT fk_support_arose_from_record FOREIGN KEY(record) REFERENCES support (id) ON DELETE CASCADE,
    CONSTRAINT fk_support_arose_from_value FOREIGN KEY(value) REFERENCES activities (id)
)
 WITHOUT ROWID;

CREATE UNIQUE INDEX ix_support_arose_from_value_record ON support_arose_from (value, record);

CREATE TABLE support_activities (
    record TEXT NOT NULL,
    value TEXT NOT NULL,
    place SMALLINT NOT NULL,
    CONSTRAINT pk_support_activities PRIMARY KEY (record, value),
    CONSTRAINT fk_support_activities_record FOREIGN KEY(record) REFERENCES support (id) ON DELETE CASCADE,
    CONSTRAINT fk_support_activities_value FOREIGN KEY(value) REFERENCES activities (id)
)
 WITHOUT ROWID;

CREATE UNIQUE INDEX ix_support_activities_value_record ON support_activities (value, record);

CREATE TABLE practices_themes (
    record TEXT NOT NULL,
    value TEXT NOT NULL,
    place SMALLINT NOT NULL,
    CONSTRAINT pk_practices_themes PRIMARY KEY (record, value),
    CONSTRAINT fk_practices_themes_record FOREIGN KEY(record) REFERENCES practices (id) ON DELETE CASCADE,
    CONSTRAINT fk_practices_themes_value FOREIGN KEY(value) REFERENCES themes (id)
)
 WITHOUT ROWID;

CREATE UNIQUE INDEX ix_practices_themes_value_record ON practices_themes (value, record);

CREATE TABLE practices_activities (
    record TEXT NOT NULL,
    value TEXT NOT NULL,
    place SMALLINT NOT NULL,
    CONSTRAINT pk_practices_activities PRIMARY KEY (record, value),
    CONSTRAINT fk_practices_activities_record FOREIGN KEY(record) REFERENCES practices (id) ON DELETE CASCADE,
    CONSTRAINT fk_practices_activities_value FOREIGN KEY(value) REFERENCES activities (id)
)
 WITHOUT ROWID;

CREATE UNIQUE INDEX ix_practices_activities_value_record ON practices_activities (value, record);

CREATE TABLE practices_sources (
    record TEXT NOT NULL,
    value TEXT NOT NULL,
    place SMALLINT NOT NULL,
    CONSTRAINT pk_practices_sources PRIMARY KEY (record, value),
    CONSTRAINT fk_practices_sources_record FOREIGN KEY(record) REFERENCES practices (id) ON DELETE CASCADE,
    CONSTRAINT fk_practices_sources_value FOREIGN KEY(value) REFERENCES sources (id)
)
 WITHOUT ROWID;

CREATE UNIQUE INDEX ix_practices_sources_value_record ON practices_sources (value, record);

CREATE TABLE voices_sources (
    record TEXT NOT NULL,
    value TEXT NOT NULL,
    place SMALLINT NOT NULL,
    CONSTRAINT pk_voices_sources PRIMARY KEY (record, value),
    CONSTRAINT fk_voices_sources_record FOREIGN KEY(record) REFERENCES voices (id) ON DELETE CASCADE,
    CONSTRAINT fk_voices_sources_value FOREIGN KEY(value) REFERENCES sources (id)
)
 WITHOUT ROWID;

CREATE UNIQUE INDEX ix_voices_sources_value_record ON voices_sources (value, record);

CREATE TABLE outputs_activities (
    record TEXT NOT NULL,
    value TEXT NOT NULL,
    place SMALLINT NOT NULL,
    CONSTRAINT pk_outputs_activities PRIMARY KEY (record, value),
    CONSTRAINT fk_outputs_activities_record FOREIGN KEY(record) REFERENCES outputs (id) ON DELETE CASCADE,
    CONSTRAINT fk_outputs_activities_value FOREIGN KEY(value) REFERENCES activities (id)
)
 WITHOUT ROWID;

CREATE UNIQUE INDEX ix_outputs_activities_value_record ON outputs_activities (value, record);

CREATE TABLE published_figures_sources (
    record TEXT NOT NULL,
    value TEXT NOT NULL,
    place SMALLINT NOT NULL,
    CONSTRAINT pk_published_figures_sources PRIMARY KEY (record, value),
    CONSTRAINT fk_published_figures_sources_record FOREIGN KEY(record) REFERENCES published_figures (id) ON DELETE CASCADE,
    CONSTRAINT fk_published_figures_sources_value FOREIGN KEY(value) REFERENCES sources (id)
)
 WITHOUT ROWID;

CREATE UNIQUE INDEX ix_published_figures_sources_value_record ON published_figures_sources (value, record);

CREATE TABLE targets_sources (
    record INTEGER NOT NULL,
    value TEXT NOT NULL,
    place SMALLINT NOT NULL,
    CONSTRAINT pk_targets_sources PRIMARY KEY (record, value),
    CONSTRAINT fk_targets_sources_record FOREIGN KEY(record) REFERENCES targets ("row") ON DELETE CASCADE,
    CONSTRAINT fk_targets_sources_value FOREIGN KEY(value) REFERENCES sources (id)
)
 WITHOUT ROWID;

CREATE TABLE activity_facts (
    id TEXT NOT NULL,
    programme TEXT NOT NULL,
    status TEXT NOT NULL,
    kind TEXT NOT NULL,
    slot INTEGER NOT NULL,
    country_bits SMALLINT NOT NULL,
    city_bits SMALLINT NOT NULL,
    theme_bits BIGINT NOT NULL,
    funder_bits BIGINT NOT NULL,
    first_day DATE,
    last_day DATE,
    activity INTEGER NOT NULL,
    listed INTEGER,
    stage TEXT CONSTRAINT ck_activity_facts_stage_known CHECK ("stage" IN ('national', 'international')),
    partner_bits BIGINT NOT NULL,
    followed_up BOOLEAN NOT NULL,
    all_rows INTEGER,
    all_people INTEGER,
    all_rough INTEGER,
    mayor_rows INTEGER,
    mayor_people INTEGER,
    mayor_rough INTEGER,
    unspecified_rows INTEGER,
    female INTEGER,
    gendered INTEGER,
    ungendered INTEGER,
    CONSTRAINT pk_activity_facts PRIMARY KEY (programme, status, slot, activity),
    CONSTRAINT fk_activity_facts_id FOREIGN KEY(id) REFERENCES activities (id)
)
 WITHOUT ROWID;

CREATE UNIQUE INDEX ix_activity_facts_id ON activity_facts (id);

CREATE TABLE city_facts (
    id TEXT NOT NULL,
    programme TEXT NOT NULL,
    status TEXT NOT NULL,
    kind TEXT NOT NULL,
    slot INTEGER NOT NULL,
    country_bits SMALLINT NOT NULL,
    city_bits SMALLINT NOT NULL,
    theme_bits BIGINT NOT NULL,
    funder_bits BIGINT NOT NULL,
    first_day DATE,
    last_day DATE,
    city TEXT NOT NULL,
    quarter INTEGER NOT NULL,
    activity INTEGER NOT NULL,
    CONSTRAINT pk_city_facts PRIMARY KEY (programme, status, city, quarter, activity),
    CONSTRAINT fk_city_facts_id FOREIGN KEY(id) REFERENCES activities (id),
    CONSTRAINT fk_city_facts_city FOREIGN KEY(city) REFERENCES cities (id)
)
 WITHOUT ROWID;

CREATE INDEX ix_city_facts_last_day ON city_facts (programme, status, city, last_day);

CREATE INDEX ix_city_facts_id ON city_facts (id);

CREATE TABLE head_count_facts (
    activity INTEGER NOT NULL,
    row_bits SMALLINT NOT NULL,
    row_city TEXT NOT NULL,
    id TEXT NOT NULL,
    programme TEXT NOT NULL,
    status TEXT NOT NULL,
    kind TEXT NOT NULL,
    slot INTEGER NOT NULL,
    country_bits SMALLINT NOT NULL,
    city_bits SMALLINT NOT NULL,
    theme_bits BIGINT NOT NULL,
    funder_bits BIGINT NOT NULL,
    first_day DATE,
    last_day DATE,
    only_city TEXT,
    of_one_country BOOLEAN NOT NULL,
    listed INTEGER NOT NULL,
    all_rows INTEGER NOT NULL,
    all_people INTEGER NOT NULL,
    all_rough INTEGER NOT NULL,
    mayor_rows INTEGER NOT NULL,
    mayor_people INTEGER NOT NULL,
    mayor_rough INTEGER NOT NULL,
    unspecified_rows INTEGER NOT NULL,
    female INTEGER NOT NULL,
    gendered INTEGER NOT NULL,
    ungendered INTEGER NOT NULL,
    CONSTRAINT pk_head_count_facts PRIMARY KEY (programme, slot, activity, row_bits, row_city),
    CONSTRAINT fk_head_count_facts_id FOREIGN KEY(id) REFERENCES activities (id)
)
 WITHOUT ROWID;

CREATE INDEX ix_head_count_facts_id ON head_count_facts (id);

CREATE TABLE person_facts (
    person TEXT NOT NULL,
    activity INTEGER NOT NULL,
    id TEXT NOT NULL,
    programme TEXT NOT NULL,
    status TEXT NOT NULL,
    kind TEXT NOT NULL,
    slot INTEGER NOT NULL,
    country_bits SMALLINT NOT NULL,
    city_bits SMALLINT NOT NULL,
    theme_bits BIGINT NOT NULL,
    funder_bits BIGINT NOT NULL,
    first_day DATE,
    last_day DATE,
    mayor BOOLEAN NOT NULL,
    row_bits SMALLINT NOT NULL,
    row_city TEXT NOT NULL,
    CONSTRAINT pk_person_facts PRIMARY KEY (person, activity),
    CONSTRAINT fk_person_facts_id FOREIGN KEY(id) REFERENCES activities (id)
)
 WITHOUT ROWID;

CREATE INDEX ix_person_facts_id ON person_facts (id);

CREATE TABLE quality_facts (
    activity INTEGER NOT NULL,
    id TEXT NOT NULL,
    programme TEXT NOT NULL,
    status TEXT NOT NULL,
    kind TEXT NOT NULL,
    slot INTEGER NOT NULL,
    country_bits SMALLINT NOT NULL,
    city_bits SMALLINT NOT NULL,
    theme_bits BIGINT NOT NULL,
    funder_bits BIGINT NOT NULL,
    first_day DATE,
    last_day DATE,
    records INTEGER NOT NULL,
    approved INTEGER NOT NULL,
    dated INTEGER NOT NULL,
    held INTEGER NOT NULL,
    undated INTEGER NOT NULL,
    imprecise INTEGER NOT NULL,
    no_head_count INTEGER NOT NULL,
    no_source INTEGER NOT NULL,
    drafts INTEGER NOT NULL,
    rows INTEGER NOT NULL,
    rough INTEGER NOT NULL,
    gender_unspecified INTEGER NOT NULL,
    CONSTRAINT pk_quality_facts PRIMARY KEY (programme, slot, activity),
    CONSTRAINT fk_quality_facts_id FOREIGN KEY(id) REFERENCES activities (id)
)
 WITHOUT ROWID;

CREATE TABLE needs_sources (
    record TEXT NOT NULL,
    value TEXT NOT NULL,
    place SMALLINT NOT NULL,
    CONSTRAINT pk_needs_sources PRIMARY KEY (record, value),
    CONSTRAINT fk_needs_sources_record FOREIGN KEY(record) REFERENCES needs (id) ON DELETE CASCADE,
    CONSTRAINT fk_needs_sources_value FOREIGN KEY(value) REFERENCES sources (id)
)
 WITHOUT ROWID;

CREATE UNIQUE INDEX ix_needs_sources_value_record ON needs_sources (value, record);

CREATE TABLE attendance_sources (
    record INTEGER NOT NULL,
    value TEXT NOT NULL,
    place SMALLINT NOT NULL,
    CONSTRAINT pk_attendance_sources PRIMARY KEY (record, value),
    CONSTRAINT fk_attendance_sources_record FOREIGN KEY(record) REFERENCES attendance ("row") ON DELETE CASCADE,
    CONSTRAINT fk_attendance_sources_value FOREIGN KEY(value) REFERENCES sources (id)
)
 WITHOUT ROWID;

CREATE TABLE need_answers (
    need TEXT NOT NULL,
    answer TEXT NOT NULL CONSTRAINT ck_need_answers_answer_known CHECK ("answer" IN ('none', 'no-theme', 'possible', 'recorded')),
    place TEXT NOT NULL,
    began DATE,
    ended DATE,
    arose INTEGER NOT NULL,
    arose_record TEXT,
    support INTEGER NOT NULL,
    support_record TEXT,
    activities INTEGER NOT NULL,
    activities_record TEXT,
    practices INTEGER NOT NULL,
    practices_record TEXT,
    CONSTRAINT pk_need_answers PRIMARY KEY (need),
    CONSTRAINT fk_need_answers_need FOREIGN KEY(need) REFERENCES needs (id),
    CONSTRAINT fk_need_answers_arose_record FOREIGN KEY(arose_record) REFERENCES support (id),
    CONSTRAINT fk_need_answers_support_record FOREIGN KEY(support_record) REFERENCES support (id),
    CONSTRAINT fk_need_answers_activities_record FOREIGN KEY(activities_record) REFERENCES activities (id),
    CONSTRAINT fk_need_answers_practices_record FOREIGN KEY(practices_record) REFERENCES practices (id)
);

