/** Years that can be asked for: those of the tables and of the five years to 2026, and the horizons documents name. */
export const offeredYears = [2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026, 2030, 2035] as const
